import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'

/** A role is nudged after it has done the same so often, and the phase is ended two turns later. */
const nudgeAt = 5
const forceAt = 7

const sameText = (a: ReadonlyTurn['reply'], b: ReadonlyTurn['reply']): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a.blob === b.blob)

/**
 * Whether somebody did the very same as in another turn, and the same came of it: the lab may choose for a role that says
 * nothing useful, and get on all the same.
 */
const same = (a: ReadonlyTurn, b: ReadonlyTurn): boolean =>
  a.role === b.role && a.seat === b.seat && a.ask === b.ask && sameText(a.reply, b.reply) && sameText(a.end?.result, b.end?.result)

export type Loop = { role: string; seat: number; ask: string; command: string; times: number; force: boolean }

/** The loop that a phase is caught in, judged by the last turn that ended. */
export const findLoop = ({ phase }: ReadonlyState): Loop | undefined => {
  const turns = phase?.turns ?? []
  const last = turns.findLast(({ end }) => end !== undefined)
  if (!last) return undefined
  const times = turns.filter((turn) => turn.end && same(turn, last)).length
  if (times < nudgeAt) return undefined
  return { role: last.role, seat: last.seat, ask: last.ask, command: last.end?.command ?? 'answer', times, force: times >= forceAt }
}
