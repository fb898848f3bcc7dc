import { saidIn } from '../agents/parse.ts'
import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'

/** The last turn that said something: the other one hears it next. */
export const lastSaid = (state: ReadonlyState): ReadonlyTurn | undefined =>
  state.phase?.turns.findLast(({ end }) => end?.command === 'dialogue')

/** The words of that turn, or what stands for silence. */
export const wordsOf = (turn: ReadonlyTurn | undefined, readText: ReadText): string =>
  (turn?.reply === undefined ? '' : saidIn(readText(turn.reply as Text))) || '(nothing)'

/** A model that gives no valid answer is taken by its words, if it said any. */
export const sayIt = (_state: ReadonlyState, _turn: ReadonlyTurn, said: string) => ({
  command: 'dialogue',
  args: { text: said.trim().slice(0, 8000) || 'I have nothing to add.' },
})
