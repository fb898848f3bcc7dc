import { events } from '../../src/core/events/index.ts'
import { phaseNames, roleNames, sectionNames } from '../../src/core/names.ts'
import { roleMarks } from '../../src/core/role-marks.ts'
import { runStatuses } from '../../src/core/run-status.ts'
import { markKinds } from '../../src/core/viewer/viewer-state.ts'
import { closeCodes, limits } from '../../src/transport/limits.ts'
import { clientFrames, serverFrames, subprotocol } from '../../src/transport/protocol.ts'
import type { Page } from './page.ts'

const upper = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()

const list = (name: string, values: readonly string[]): string =>
  [`const ${name}: Array[String] = [`, ...values.map((value) => `\t${JSON.stringify(value)},`), ']'].join('\n')

const numbers = (prefix: string, values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `const ${prefix}_${upper(name)}: int = ${value}`)
    .join('\n')

const roleTable = [
  '## What tells a role apart in every viewer: letters, a shape, and colours as hex sRGB. coat: what its figure wears;',
  '## light and dark: its mark on a light and on a dark ground; on_light and on_dark: letters on that mark.',
  'const ROLE_MARKS: Dictionary[String, Dictionary] = {',
  ...Object.entries(roleMarks).flatMap(([role, { letters, shape, coat, light, onLight, dark, onDark }]) => [
    `\t${JSON.stringify(role)}:\n\t{`,
    ...Object.entries({ letters, shape, coat, light, on_light: onLight, dark, on_dark: onDark }).map(
      ([key, value]) => `\t\t"${key}": ${JSON.stringify(value)},`,
    ),
    '\t},',
  ]),
  '}',
].join('\n')

const blocks = [
  '# Written by `npm run generate` from the sources. Change these, not this file.',
  'class_name Wire\nextends RefCounted\n## The words of the wire: what is sent to and from gal is spelt here once.',
  `const SUBPROTOCOL: String = ${JSON.stringify(subprotocol)}`,
  list('PHASES', phaseNames),
  list('ROLES', roleNames),
  list('SECTIONS', sectionNames),
  roleTable,
  list('RUN_STATUSES', runStatuses),
  list('MARK_KINDS', markKinds),
  list('EVENT_TYPES', Object.keys(events)),
  list('CLIENT_FRAMES', Object.keys(clientFrames)),
  list('SERVER_FRAMES', Object.keys(serverFrames)),
  `## Sizes in bytes, times in milliseconds.\n${numbers('LIMIT', limits)}`,
  `## Why a connection is closed. 1001 and 43xx: come back, with \`after\`.\n${numbers('CLOSE', closeCodes)}`,
]

/** What Godot's client needs to spell, as constants. */
export const wirePage = (): Page => ({ path: 'godot/generated/wire.gd', text: `${blocks.join('\n\n')}\n` })
