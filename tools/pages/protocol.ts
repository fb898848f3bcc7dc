import type { z } from 'zod'
import { closeCodes, limits } from '../../src/transport/limits.ts'
import { clientFrames, serverFrames, subprotocol } from '../../src/transport/protocol.ts'
import { markdown, type Page } from './page.ts'
import { fieldTable, table } from './shape.ts'

const intro = `A viewer connects by WebSocket to \`ws://localhost:8765\` and speaks \`${subprotocol}\`: one JSON object in each text message. It says \`hello\`, then \`subscribe\`; it gets every stored event after \`after\`, in order, then \`caught-up\`, then live ones. After a broken connection it subscribes again with the last \`seq\` that it has, and misses nothing.

Each command has exactly one \`result\` with the same \`id\`. Both sides ignore fields that they do not know. A frame has at most ${limits.frameOut} bytes unless the client asked for more in its \`hello\`; a longer event comes \`cut\`.`

const example = `\`\`\`json
{"type":"hello","id":"1","client":"my-viewer"}
{"type":"subscribe","id":"2","run":"*","after":0}
\`\`\``

const frames = (all: Readonly<Record<string, z.ZodType>>): string[] =>
  Object.entries(all).flatMap(([type, schema]) => [`### ${type}`, fieldTable(schema, ['type'])])

// These two come in two forms each, and both are told.
const { result, 'caught-up': caughtUp, ...plain } = serverFrames

/** Every frame of the WebSocket protocol, and why a connection is closed. */
export const protocolPage = (): Page =>
  markdown('docs/reference/protocol.md', 'WebSocket protocol', [
    intro,
    example,
    '## From the viewer',
    ...frames(clientFrames),
    '## From gal',
    ...frames(plain),
    ...result.options.flatMap((schema, place) => [`### result, ${place === 0 ? 'done' : 'refused'}`, fieldTable(schema, ['type'])]),
    ...caughtUp.options.flatMap((schema, place) => [
      `### caught-up, ${place === 0 ? 'all runs' : 'one run'}`,
      fieldTable(schema, ['type']),
    ]),
    '## Why a connection is closed',
    'Codes 1001 and 43xx: come back, with `after`. The others: something has to change first.',
    table(
      ['code', 'reason'],
      Object.entries(closeCodes).map(([reason, code]) => [`${code}`, reason]),
    ),
  ])
