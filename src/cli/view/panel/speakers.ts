import type { ReadonlyState, ReadonlyTurn } from '../../../core/state.ts'
import { headOf, type Text } from '../../../core/text.ts'
import { printable } from '../../printable.ts'
import { clock } from '../clock.ts'
import { nameOf } from '../name.ts'
import { commandIn, readable } from '../readable.ts'
import type { Line, Span } from '../span.ts'
import type { Stage } from '../stage.ts'
import type { Texts } from '../texts/index.ts'
import { words } from '../told.ts'
import { wrap } from '../wrap.ts'

/** People shown at once, and lines of words for one alone. */
const most = 3
const linesAlone = 3

/** The last lines of a text that may be long and may still be coming. */
export const lastLines = (text: string, lines: number, columns: number): string[] =>
  text
    .slice(-4 * lines * Math.max(1, columns))
    .split(/\r\n|\n|\r/)
    .flatMap((line) => wrap(printable(line), columns))
    .slice(-lines)

const replyOf = (turn: ReadonlyTurn, { said }: Stage): string =>
  turn.reply === undefined ? (said[turn.id] ?? '') : headOf(turn.reply as Text)

/** What stands beside a name: that the model is asked again, the command that is given, or that nothing was said yet. */
const doing = (reply: string, retry: string | undefined, texts: Texts): Span => {
  if (retry !== undefined) return { text: `  ${texts.retry(words(retry))}`, style: 'yellow' }
  return { text: `  ${commandIn(reply) ?? (reply === '' ? texts.thinking : '')}`, style: 'dim' }
}

/** Who is at work in the phase, since when, and the last of what they say. */
export const speakers = (state: ReadonlyState, stage: Stage, texts: Texts, now: number, columns: number): Line[] => {
  const open = (state.phase?.turns ?? []).filter(({ end }) => end === undefined)
  if (state.outcome || stage.heardAt === undefined) return []
  const each = open.length > 1 ? 1 : linesAlone
  const lines = open.slice(0, most).flatMap((turn): Line[] => {
    const since = clock((now - (stage.started[turn.id] ?? now)) / 1000)
    const reply = replyOf(turn, stage)
    return [
      [
        { text: '● ', style: 'cyan' },
        { text: nameOf({ role: turn.role, seat: turn.seat }, state, texts), style: 'cyan' },
        { text: `  ${since}`, style: 'dim' },
        doing(reply, stage.retries[turn.id], texts),
      ],
      ...lastLines(readable(reply), each, columns - 2).map((line): Line => [{ text: `  ${line}` }]),
    ]
  })
  const others = open.length - most
  return others > 0 ? [...lines, [{ text: `  ${texts.others(others)}`, style: 'dim' }]] : lines
}
