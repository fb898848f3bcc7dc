import { saidIn } from '../agents/parse.ts'
import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import { type Fallback, ownOr } from './stand-in.ts'

/** The last turn that said something: the other one hears it next. */
export const lastSaid = (state: ReadonlyState): ReadonlyTurn | undefined =>
  state.phase?.turns.findLast(({ end }) => end?.command === 'dialogue')

/** The words of that turn, or what stands for silence. */
export const wordsOf = (turn: ReadonlyTurn | undefined, readText: ReadText): string =>
  (turn?.reply === undefined ? '' : saidIn(readText(turn.reply as Text))) || '(nothing)'

/** A model that gives no valid answer is taken by its words, if it said any. */
export const sayIt: Fallback = (_state, _turn, said) => ({
  command: 'dialogue',
  args: { text: ownOr(said, { min: 1, max: 8000 }, 'I have nothing to add.') },
})
