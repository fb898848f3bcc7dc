import type { RunView } from '../../live/run-view.ts'
import { statusOfView } from './standing.ts'

/** Why a run is interrupted now: nobody wrote that it let go, its question was answered meanwhile, or something was in its way. */
type RestCause = 'died' | 'answered' | 'fault'

/** Null where the run is not interrupted, and at an earlier moment: what can be done about it is said of now. */
export const restCauseOf = ({ head, driven, player }: Pick<RunView, 'head' | 'driven' | 'player'>): RestCause | null => {
  if (player.moment !== null || statusOfView(head, driven) !== 'interrupted') return null
  if (!head.halted) return 'died'
  return head.halted.cause === 'question' ? 'answered' : 'fault'
}
