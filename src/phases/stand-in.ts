import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText } from '../core/text.ts'

/** A command that the lab gives in place of a role. */
export type Given = { command: string; args: Record<string, unknown> }

/** What the lab chooses for a role when reply and repair were both malformed: valid at every moment at which it is asked for. */
export type Fallback = (state: ReadonlyState, turn: ReadonlyTurn, said: string, readText: ReadText) => Given

/** A text of the role's own when it is long enough to be one, else another. */
export const ownOr = (said: string, { min, max }: { min: number; max: number }, other: string): string => {
  const own = said.trim().slice(0, max).trim()
  return own.length >= min ? own : other
}
