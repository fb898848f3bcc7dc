import type { z } from 'zod'
import type { RunState } from './state.ts'

/**
 * Declares one kind of event: what it means, what it carries, and what it does to the state.
 * Its place in an `events/<noun>.ts` file is the only place that knows all three.
 */
export const defineEvent = <Data extends z.ZodObject>(entry: {
  /** One sentence for people: the reference page and the viewers show it. */
  means: string
  data: Data
  /** Changes the draft it is given: total, deterministic, and without a clock. */
  apply: (draft: RunState, data: z.infer<Data>) => void
}) => entry
