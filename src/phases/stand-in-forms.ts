import type { ReviewForm } from '../core/review.ts'
import type { Fallback } from './stand-in.ts'

const nobody = 'No reviewer judged this: no form that could be used was handed in, so the lab put the lowest marks in its place.'

/** The lowest marks, for nothing was judged: they let no draft go before one that somebody did judge. */
const lowest: ReviewForm = {
  summary: nobody,
  strengths: 'None was named.',
  weaknesses: 'None was named.',
  questions: 'None was asked.',
  limitations: 'None was named.',
  'ethical-concerns': false,
  originality: 1,
  quality: 1,
  clarity: 1,
  significance: 1,
  soundness: 1,
  presentation: 1,
  contribution: 1,
  overall: 1,
  confidence: 1,
  decision: 'reject',
}

/** Whether a form was filled by nobody. */
export const isStandIn = ({ summary }: { summary: string }): boolean => summary === nobody

export const lowestForm =
  (command: 'review' | 'score-report'): Fallback =>
  () => ({ command, args: { ...lowest } })

/** What a program without a judgement counts as anyway. */
export const noScore: Fallback = () => ({
  command: 'score-program',
  args: { score: 0, why: 'No judgement that could be used was given, so the lab counts it as nothing.' },
})
