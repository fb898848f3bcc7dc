import { numeral, percent } from '../../format.ts'
import type { StudyWords } from '../study.ts'
import type { VarianceReductionSettings } from './study.ts'

const arms: Readonly<Record<string, string>> = {
  plain: 'plain sampling',
  control: 'a control variate',
  antithetic: 'antithetic draws',
  both: 'antithetic draws and a control variate together',
}
const arm = (name: string): string => arms[name] ?? name

/** What people are told of the variance reduction study, in English. */
export const en = (settings: VarianceReductionSettings): StudyWords => ({
  title: 'Variance reduction in Monte Carlo estimates',
  question: `Which variance reduction lowers the error of a Monte Carlo estimate that may evaluate its integrand ${numeral(settings.draws)} times?`,
  subject: 'variance reduction',
  importance:
    'The error of a Monte Carlo estimate falls only with the square root of the number of draws, so halving it costs four times the work. Variance reduction promises the same for less, but each method rests on a property that an integrand may lack.',
  hypothesis: `${arm(settings.methods[1] ?? '')} gives a lower error than ${arm(settings.methods[0] ?? '')}`,
  background:
    'Antithetic draws pair each normal draw $x$ with $-x$. The odd part of the integrand cancels within a pair, while its even part is merely evaluated twice, so that the variance per evaluation doubles for it. A control variate is a second quantity with a known mean: with correlation $\\rho$ to the integrand and the best coefficient, the variance that remains is $1 - \\rho^2$ of the original. The coefficient has to be estimated, which costs a little where $\\rho$ is small.',
  data: `The integrand of a standard normal draw has mean 1 and variance 1, both known exactly; ${percent(settings.curvature)} % of its variance is even and the rest odd. The control variate has mean 0 and a correlation of ${numeral(settings.correlation)} with the integrand. Each repetition makes ${numeral(settings.estimates)} independent estimates of ${numeral(settings.draws)} evaluations each.`,
  procedure:
    'All arms use the same normal draws and the same number of evaluations of the integrand; antithetic draws use the first half of them, each twice. The coefficient of a control variate is the least squares slope from the same evaluations.',
  measure: 'root mean square error',
  measureMeaning: 'the root of the mean squared difference between estimates and the exact value, over all estimates of a repetition',
  others: { bias: 'mean error' },
  step: 'number of evaluations',
  limits: 'The integrand is one-dimensional and smooth, and evaluating the control variate counts as free.',
  next: 'The even share of the integrand and the correlation of the control should be varied, because they decide which method pays.',
  arm,
  at: (step) => `${numeral(step)} evaluations`,
})
