import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'

/** A role is nudged after it has done the same so often, and the phase is ended two turns later. */
const nudgeAt = 5
const forceAt = 7

/** What somebody did and what came of it: the lab may choose for a role that says nothing useful, and get on all the same. */
const actionOf = ({ role, seat, ask, reply, end }: ReadonlyTurn, readText: ReadText): string =>
  JSON.stringify([role, seat, ask, readText((reply ?? '') as Text), readText((end?.result ?? '') as Text)])

/** How often a person has done the very same in the phase, with the same result. */
const repeats = (turns: readonly ReadonlyTurn[], last: ReadonlyTurn, readText: ReadText): number => {
  const action = actionOf(last, readText)
  return turns.filter((turn) => turn.ask === last.ask && turn.end && actionOf(turn, readText) === action).length
}

export type Loop = { role: string; seat: number; command: string; times: number; force: boolean }

/** The loop that a phase is caught in, judged by the last turn that ended. */
export const findLoop = ({ phase }: ReadonlyState, readText: ReadText): Loop | undefined => {
  const turns = phase?.turns ?? []
  const last = turns.findLast(({ end }) => end !== undefined)
  if (!last) return undefined
  const times = repeats(turns, last, readText)
  if (times < nudgeAt) return undefined
  return { role: last.role, seat: last.seat, command: last.end?.command ?? 'answer', times, force: times >= forceAt }
}
