import { z } from 'zod'
import type { LabEvent } from '../../core/events/index.ts'

/** What ran a program: the interpreter's version, and its packages' (null for one that was not there). */
export type Runtime = { version: string | null; packages: Readonly<Record<string, string | null>> }

/** Many records say nothing of it. */
const ended = z.looseObject({
  runtime: z.looseObject({
    version: z.string().nullable().default(null),
    packages: z.record(z.string(), z.string().nullable()).default({}),
  }),
})

/** The interpreter of a program as the record has it; a version of null where it has none. */
export const runtimeOf = (events: Iterable<LabEvent>, program: string): Runtime => {
  for (const event of events) {
    const found = event.type === 'program-end' && event.id === program ? ended.safeParse(event).data : undefined
    if (found) return { version: found.runtime.version, packages: found.runtime.packages }
  }
  return { version: null, packages: {} }
}
