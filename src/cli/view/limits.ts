import { z } from 'zod'

const limit = z.number().positive().optional().catch(undefined)
const budget = z.object({ calls: limit, tokens: limit, money: limit, seconds: limit }).catch({})
const review = z.object({ papers: limit }).catch({})
const config = z.object({ budget, phases: z.object({ 'literature-review': review }).catch({ 'literature-review': {} }) })

export type Limits = z.infer<typeof budget> & { papers?: number | undefined }

/** What a run may spend and how many papers it is to find, by the configuration that it began with; none where that says nothing. */
export const limitsOf = (stored: unknown): Limits => {
  const read = config.safeParse(stored)
  return read.success ? { ...read.data.budget, papers: read.data.phases['literature-review'].papers } : {}
}
