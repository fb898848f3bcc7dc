import type { RoleName } from '../../core/names.ts'
import type { ReadonlyState } from '../../core/state.ts'
import type { Texts } from './texts/index.ts'

/** One of the people in a role; seats count from 0. */
export type Person = { role: RoleName; seat: number }

/** A person's title, with a number where several people share it in the phase at work. */
export const nameOf = ({ role, seat }: Person, { phase }: ReadonlyState, texts: Texts): string => {
  const several = phase?.turns.some((turn) => turn.role === role && turn.seat > 0) ?? false
  return several ? `${texts.roles[role]} ${seat + 1}` : texts.roles[role]
}
