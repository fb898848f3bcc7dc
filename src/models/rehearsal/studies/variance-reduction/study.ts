import { z } from 'zod'
import { defineStudy, distinct, seeds } from '../study.ts'
import { en } from './en.ts'

const settings = z.strictObject({
  study: z.literal('variance-reduction'),
  seeds,
  methods: distinct(z.enum(['plain', 'control', 'antithetic', 'both'])),
  /** Share of the integrand's variance that is even, where mirrored draws do not help. */
  curvature: z.number().min(0).max(1),
  /** Correlation of the control variate with the integrand. */
  correlation: z.number().min(0).max(0.999),
  /** Evaluations of the integrand per estimate. */
  draws: z.int().min(16).max(512).multipleOf(8),
  /** Estimates per repetition, from which its error is taken. */
  estimates: z.int().min(5).max(100),
})
export type VarianceReductionSettings = z.infer<typeof settings>

const setup = { curvature: 0.2, correlation: 0.8, draws: 128, estimates: 60 }

/** Which way of reducing the variance of a Monte Carlo estimate pays? */
export const varianceReduction = defineStudy({
  name: 'variance-reduction',
  settings,
  dataKeys: ['curvature', 'correlation', 'draws', 'estimates'],
  pilot: { ...setup, methods: ['plain', 'control', 'antithetic'] },
  further: { ...setup, methods: ['plain', 'control', 'antithetic', 'both'] },
  armsIn: 'methods',
  probe: 'both',
  arms: ({ methods }) => [...methods],
  primary: { name: 'root-mean-square-error', better: 'lower', decimals: 4 },
  others: [{ name: 'bias', better: 'lower', decimals: 4 }],
  curve: { name: 'error-by-draws' },
  defect: { sound: '  const repetitions = makeData(seed)', broken: '  const repetitions = makeDraws(seed)' },
  subjects: [
    'variance reduction',
    'reduce variance',
    'antithetic',
    'control variate',
    'monte carlo variance',
    'monte carlo error',
    'monte carlo estimate',
    'monte carlo integration',
    'reduccion varianza',
    'antitetica',
    'variable control',
    'reduction variance',
    'antithetique',
    'variable controle',
  ],
  kindred: {
    1: 'reduction reduce sample stochastic importance statistics',
    2: 'control estimate estimation integration random quasi probability bayesian uncertainty azar hasard',
    3: 'variance variate monte carlo sampling estimator integral simulation mcmc varianza muestreo simulacion estimador echantillonnage estimateur',
    4: 'antithetic',
  },
  words: { en },
})
