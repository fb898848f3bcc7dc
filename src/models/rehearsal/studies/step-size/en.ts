import { numeral } from '../../format.ts'
import type { StudyWords } from '../study.ts'
import type { StepSizeSettings } from './study.ts'

const arm = (name: string): string => `a step of ${name.slice('step='.length)}`

const noise = (deviation: number): string =>
  deviation === 0
    ? 'Gradients are exact.'
    : `Each coordinate of a gradient carries normal noise with a standard deviation of ${numeral(deviation)}, the same for all arms step by step.`

/** What people are told of the step size study, in English. */
export const en = (settings: StepSizeSettings): StudyWords => ({
  title: 'Step sizes of gradient descent on ill-conditioned problems',
  question: `How does the step size change what gradient descent reaches on quadratic problems with a condition number of ${numeral(settings.condition)}?`,
  subject: 'the step size',
  importance:
    'The step size is the one setting that gradient descent cannot do without. The usual safe choice is the inverse of the largest curvature, yet descent stays stable up to twice that, so the safe choice may give speed away.',
  hypothesis: `${arm(`step=${settings.multiples[1]}/L`)} leaves a smaller gap to the minimum than ${arm(`step=${settings.multiples[0]}/L`)}`,
  background:
    'On a quadratic with curvatures $\\lambda_i$, one step of size $\\eta$ multiplies the error along each axis by $1 - \\eta \\lambda_i$. Steps below $2 / L$, with $L$ the largest curvature, shrink all errors. Flat axes shrink faster under longer steps; the steepest axis is eliminated at once by a step of $1 / L$ and oscillates beyond it. Which effect wins depends on the condition number, the ratio of largest to smallest curvature, and on noise in the gradient, which longer steps amplify.',
  data: `Each repetition draws a quadratic in ${numeral(settings.dimensions)} dimensions: curvatures from 1 down to 1/${numeral(settings.condition)}, spread evenly on a logarithmic scale, axes turned by a random reflection, and a starting point from a standard normal distribution. The minimum is zero and known.`,
  procedure: `Gradient descent takes ${numeral(settings.steps)} steps of constant size, given as multiples of 1/L. ${noise(settings.gradientNoise)} Within a repetition all arms share the problem and the starting point.`,
  measure: 'final gap',
  measureMeaning:
    'the base-ten logarithm of the gap between last value and minimum, relative to the gap at the start; one decade lower is a gap ten times smaller',
  others: { 'path-length': 'length of the path taken' },
  step: 'step',
  limits:
    'Quadratics have constant curvature; on losses whose curvature changes along the way, the largest curvature is not known in advance.',
  next: 'The condition number should be varied: do short steps win where it is small?',
  arm,
  at: (step) => `step ${numeral(step)}`,
})
