import { z } from 'zod'

/**
 * Something outside that did not work, as a value: it becomes an event, and whoever asked decides what it means.
 * Never thrown. What is wrong inside gal, or with how gal was called, is a GalError.
 */
const faultKinds = [
  'timeout',
  'unreachable',
  'rate-limited',
  'refused',
  'bad-output',
  'not-found',
  'exit-code',
  'signal',
  'limit',
  'unavailable',
  'cancelled',
] as const

export const fault = z.strictObject({
  kind: z.enum(faultKinds),
  /** One sentence for people: what happened and where. */
  message: z.string().min(1),
  /** Seconds that the other side asked to wait, when it did. */
  retryAfter: z.number().nonnegative().optional(),
})
export type Fault = z.infer<typeof fault>

export const createFault = (kind: Fault['kind'], message: string, retryAfter?: number): Fault =>
  retryAfter === undefined ? { kind, message } : { kind, message, retryAfter }
