import { byTurn } from '../turn-id.ts'
import type { ProgramView, ViewerState } from './viewer-state.ts'

/** Programs of these operators compete; the others prepare data, or run the winner again. */
const competing: readonly ProgramView['operator'][] = ['draft', 'improve', 'repair']

export const isCompeting = (operator: ProgramView['operator']): boolean => competing.includes(operator)

/** One that may lead: it ran, measured something and was judged. */
export const isCandidate = ({ status, score, metrics, metricsLeftOut = 0, operator }: ProgramView): boolean =>
  status === 'ok' && score !== null && metrics.length + metricsLeftOut > 0 && isCompeting(operator)

/** Sorts candidates: the highest score first, of equals the one whose turn came first, as the lab itself chooses. */
export const byLead = (a: ProgramView, b: ProgramView): number => (b.score ?? 0) - (a.score ?? 0) || byTurn(a.id, b.id)

const acceptedAt = ({ judged }: ProgramView): number => (judged?.accepted ? judged.seq : 0)

/** The one of this attempt that leads: the last that was accepted; as long as none was, the highest scored. */
export const bestOf = ({ programs, attempt }: Pick<ViewerState, 'programs' | 'attempt'>): ProgramView | undefined => {
  let accepted: ProgramView | undefined
  for (const program of programs)
    if (program.attempt === attempt && acceptedAt(program) > (accepted ? acceptedAt(accepted) : 0)) accepted = program
  if (accepted) return accepted
  let best: ProgramView | undefined
  for (const program of programs)
    if (program.attempt === attempt && isCandidate(program) && (best === undefined || byLead(program, best) < 0)) best = program
  return best
}
