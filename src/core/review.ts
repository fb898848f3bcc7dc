import { z } from 'zod'
import { reviewWeights } from './review-weights.ts'

const words = z.string().min(1).max(4000)
const four = z.int().min(1).max(4)

/** The NeurIPS review form, as AgentLaboratory's reviewers fill it in. */
export const reviewForm = z.strictObject({
  summary: words,
  strengths: words,
  weaknesses: words,
  questions: words,
  limitations: words,
  'ethical-concerns': z.boolean(),
  originality: four,
  quality: four,
  clarity: four,
  significance: four,
  soundness: four,
  presentation: four,
  contribution: four,
  overall: z.int().min(1).max(10),
  confidence: z.int().min(1).max(5),
  decision: z.enum(['accept', 'reject']),
})
export type ReviewForm = z.infer<typeof reviewForm>

/**
 * A form's score from 0 to 10: ten times the weighted sum of the marks, each divided by its top mark, over 2.2.
 * 2.2 is the sum of the weights, so top marks everywhere give 10.
 */
export const reviewScore = (form: ReviewForm): number => {
  const graded = Object.entries(reviewWeights) as [keyof typeof reviewWeights, { weight: number; top: number }][]
  const total = graded.reduce((sum, [field, { weight, top }]) => sum + (weight * form[field]) / top, 0)
  return Math.round((1000 * total) / 2.2) / 100
}
