import { z } from 'zod'

/** One measured number, as a program reported it through the helper module: never parsed from prose. */
export const metric = z.strictObject({
  name: z.string().min(1).max(80),
  value: z.number(),
  /** The random seed of the repetition that it was measured in. */
  seed: z.int().optional(),
  /** The variant that it belongs to: 'baseline', 'smoothing=0.1', … */
  arm: z.string().max(80).optional(),
  /** The part of the data that it was measured on. */
  split: z.string().max(40).optional(),
  /** The unit of the value: '%', 'nats', 's'; none for a bare ratio. */
  unit: z.string().max(20).optional(),
  /** Where along a curve it was measured: an epoch, a sample size. */
  step: z.number().optional(),
  /** Who measured it, if not the program itself: the lab, from predictions, against labels that no program sees. */
  by: z.literal('gal').optional(),
})
export type Metric = z.infer<typeof metric>
