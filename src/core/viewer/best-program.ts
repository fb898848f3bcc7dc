import { byTurn } from '../turn-id.ts'
import type { ProgramView, ViewerState } from './viewer-state.ts'

/** Programs of these operators compete; the others prepare data, or run the winner again. */
const competing: readonly ProgramView['operator'][] = ['draft', 'improve', 'repair']

/** One that may lead: it ran, measured something and was judged. */
export const isCandidate = ({ status, score, metrics, metricsLeftOut = 0, operator }: ProgramView): boolean =>
  status === 'ok' && score !== null && metrics.length + metricsLeftOut > 0 && competing.includes(operator)

/** Sorts candidates: the highest score first, of equals the one whose turn came first, as the lab itself chooses. */
export const byLead = (a: ProgramView, b: ProgramView): number => (b.score ?? 0) - (a.score ?? 0) || byTurn(a.id, b.id)

/** The one of this attempt that leads. */
export const bestOf = ({ programs, attempt }: Pick<ViewerState, 'programs' | 'attempt'>): ProgramView | undefined => {
  let best: ProgramView | undefined
  for (const program of programs)
    if (program.attempt === attempt && isCandidate(program) && (best === undefined || byLead(program, best) < 0)) best = program
  return best
}
