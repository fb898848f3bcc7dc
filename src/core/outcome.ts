import { z } from 'zod'

/** How a phase or a run ended. There is no other way to end. */
export const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complete') }),
  z.strictObject({ kind: z.enum(['partial', 'failed']), why: z.string().min(1) }),
])
export type Outcome = z.infer<typeof outcome>

export const complete: Outcome = { kind: 'complete' }
export const partial = (why: string): Outcome => ({ kind: 'partial', why })
export const failed = (why: string): Outcome => ({ kind: 'failed', why })
