import type { ReadonlyState } from '../../core/state.ts'
import { clock } from './clock.ts'
import { nameOf } from './name.ts'
import type { Paint, Style } from './paint.ts'
import type { Texts } from './texts/index.ts'
import type { Told, Tone } from './told.ts'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

const looks: Record<Tone, { mark: string; style: Style }> = {
  phase: { mark: '▸', style: 'bold' },
  good: { mark: '✓', style: 'green' },
  bad: { mark: '✗', style: 'red' },
  ask: { mark: '!', style: 'yellow' },
  aside: { mark: '·', style: 'dim' },
  plain: { mark: ' ', style: [] },
}

/** Below this many columns, names are not set in a column of their own. */
const wide = 80
const numbered = 2

const nameColumn = ({ roles }: Texts): number => Math.max(...Object.values(roles).map(widthOf)) + numbered

/**
 * A thing told, as lines of at most `columns` cells (Infinity: one line): the time at work, a mark, who did it, and what, with
 * what follows the first line set under it.
 */
export const storyLines = (
  { text: said, tone, who, command }: Told,
  state: ReadonlyState,
  texts: Texts,
  columns: number,
  paint: Paint,
): string[] => {
  // A command stands on a line of its own, unbroken, so that it can be copied.
  const apart = command !== undefined && columns !== Number.POSITIVE_INFINITY
  const text = command === undefined || apart ? said : `${said}  ${command}`
  const { mark, style } = looks[tone]
  const title = who ? nameOf(who, state, texts) : ''
  const name = who && columns >= wide ? title.padEnd(nameColumn(texts)) : title
  const time = clock(state.spent.seconds).padStart(columns >= wide ? 7 : 5)
  const before = `${time}  ${mark} ${name && `${name}  `}`
  const indent = columns >= wide ? widthOf(before) : 4
  const lines = wrap(text, Math.max(10, columns - indent), widthOf(before) - indent)
  const told = lines.map((line, place) => {
    const look = paint(style, line)
    return place === 0
      ? `${paint('dim', time)}  ${paint(style, mark)} ${name && `${paint('cyan', name)}  `}${look}`
      : `${' '.repeat(indent)}${look}`
  })
  return apart ? [...told, `    ${paint(style, command)}`] : told
}
