import { z } from 'zod'
import { defineStudy, distinct, seeds } from '../study.ts'
import { en } from './en.ts'

const settings = z.strictObject({
  study: z.literal('label-smoothing'),
  seeds,
  smoothing: distinct(z.number().min(0).max(0.9)),
  labelNoise: z.number().min(0).max(0.6),
  classes: z.int().min(2).max(6),
  features: z.int().min(2).max(20),
  /** Typical distance of a class's centre from the origin, in standard deviations of its cloud. */
  separation: z.number().min(0.1).max(20),
  trainSize: z.int().min(20).max(200),
  testSize: z.int().min(20).max(300),
  hidden: z.int().min(2).max(32),
  epochs: z.int().min(1).max(80),
  rate: z.number().min(0.001).max(0.2),
})
export type LabelSmoothingSettings = z.infer<typeof settings>

const setup = {
  labelNoise: 0.2,
  classes: 4,
  features: 8,
  separation: 2.5,
  trainSize: 120,
  testSize: 200,
  hidden: 16,
  epochs: 40,
  rate: 0.03,
}

/** Does label smoothing help a small classifier whose training labels are partly wrong? */
export const labelSmoothing = defineStudy({
  name: 'label-smoothing',
  settings,
  dataKeys: ['labelNoise', 'classes', 'features', 'separation', 'trainSize', 'testSize'],
  pilot: { ...setup, smoothing: [0, 0.1, 0.2] },
  further: { ...setup, smoothing: [0, 0.1, 0.2, 0.4] },
  armsIn: 'smoothing',
  probe: 0.05,
  arms: ({ smoothing }) => smoothing.map((amount) => `smoothing=${amount}`),
  primary: { name: 'test-loss', unit: 'nats', better: 'lower', decimals: 3 },
  others: [
    { name: 'test-accuracy', unit: '%', better: 'higher', decimals: 1 },
    { name: 'overconfidence', unit: 'percentage points', better: 'lower', decimals: 1 },
  ],
  curve: { name: 'test-loss-by-epoch', unit: 'nats' },
  defect: { sound: '    const net = createNetwork(seed)', broken: '    const net = buildNetwork(seed)' },
  subjects: ['label smoothing', 'smooth target', 'soft target', 'suavizado etiqueta', 'lissage etiquette', 'lissage label'],
  kindred: {
    1: 'soft target confidence deep training entropy noisy distillation dropout model image language transformer red',
    2: 'label smoothing smooth classifier classification calibration overconfidence network neural softmax etiqueta suavizado clasificador neuronal lissage etiquette classifieur reseau neurone',
  },
  words: { en },
})
