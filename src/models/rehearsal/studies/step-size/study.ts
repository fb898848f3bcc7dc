import { z } from 'zod'
import { defineStudy, distinct, seeds } from '../study.ts'
import { en } from './en.ts'

const settings = z.strictObject({
  study: z.literal('step-size'),
  seeds,
  /** Step sizes as multiples of 1 / L, where L is the largest curvature. */
  multiples: distinct(z.number().min(0.01).max(2.5)),
  condition: z.number().min(1.5).max(100000),
  dimensions: z.int().min(2).max(40),
  steps: z.int().min(1).max(300),
  /** Standard deviation of the noise in each coordinate of the gradient. */
  gradientNoise: z.number().min(0).max(1),
})
export type StepSizeSettings = z.infer<typeof settings>

const setup = { condition: 200, dimensions: 20, steps: 150, gradientNoise: 0 }

/** Which step size takes gradient descent furthest down an ill-conditioned bowl? */
export const stepSize = defineStudy({
  name: 'step-size',
  settings,
  dataKeys: ['condition', 'dimensions'],
  pilot: { ...setup, multiples: [1, 1.9, 0.5] },
  further: { ...setup, multiples: [1, 1.9, 0.5, 2.05] },
  armsIn: 'multiples',
  probe: 1.5,
  arms: ({ multiples }) => multiples.map((multiple) => `step=${multiple}/L`),
  primary: { name: 'final-gap', unit: 'decades', better: 'lower', decimals: 3 },
  others: [{ name: 'path-length', better: 'lower', decimals: 2 }],
  curve: { name: 'gap-by-step', unit: 'decades' },
  defect: { sound: '  const atStart = gap(start)', broken: '  const atStart = gap.at(start)' },
  subjects: [
    'step size',
    'step length',
    'learning rate',
    'gradient descent convergence',
    'gradient descent step',
    'gradient descent condition',
    'tasa aprendizaje',
    'tamano paso',
    'longitud paso',
    'descenso gradiente',
    'taux apprentissage',
    'pas gradient',
    'taille pas',
    'descente gradient',
  ],
  kindred: {
    1: 'size learning rate speed aprendizaje tasa pas taux apprentissage',
    2: 'step condition quadratic convex minimisation schedule curvature hessian newton paso',
    3: 'gradient descent optimiser optimisation convergence momentum adam sgd gradiente descenso optimizacion descente',
  },
  words: { en },
})
