import type { RoleName } from './names.ts'
import type { ReadonlyAttempt, ReadonlyState } from './state.ts'

/**
 * A typed view of what a role may know in a turn. Rehearsal and scripted casts answer from it, and recordings are keyed on it;
 * providers never see it, because all of it is also said in words.
 */
export type Facts = {
  topic: string
  seed: number
  phase: string
  attempt: number
  /** Turns taken so far in this phase, by whoever. */
  step: number
  role: RoleName
  /** Which of several people in this role, from 0. */
  seat: number
  turn: string
  /** What this turn asks for: see Ask in phases/phase.ts. */
  ask: string
  /** The commands that are allowed now. */
  commands: readonly string[]
  /** Set in a repair turn: what was wrong with the answer before. */
  problem?: string
  /** What came of this role's turn before. */
  result?: string
  papersWanted: number
  found: ReadonlyState['found']
  added: ReadonlyState['added']
  read: readonly string[]
  searches: ReadonlyState['searches']
  now: ReadonlyAttempt
  earlier: readonly ReadonlyAttempt[]
}
