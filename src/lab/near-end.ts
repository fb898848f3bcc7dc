import type { ReadonlyState } from '../core/state.ts'
import type { Settings } from './parts.ts'

/** From this share of its turns on, a phase has to come to its end. */
const lastPart = 0.7

/**
 * Whether most of the turns that the phase at work may take are taken. Counted in turns, because their number is the same
 * before and after an answer came: a reply is checked by what its request offered, also after a restart.
 */
export const isNearEnd = ({ phase }: ReadonlyState, { phases, budget }: Pick<Settings, 'phases' | 'budget'>): boolean => {
  if (!phase) return false
  const most = Math.min(phases[phase.name].steps, budget.phases?.[phase.name]?.calls ?? Number.POSITIVE_INFINITY)
  return phase.turns.length > lastPart * most
}
