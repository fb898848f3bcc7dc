import { z } from 'zod'
import { configSchema } from './schema.ts'

/** What whoever starts a run from outside may set. Never places on this machine, addresses, or names of keys. */
const open = configSchema
  .pick({
    model: true,
    seed: true,
    language: true,
    budget: true,
    phases: true,
    gates: true,
    'task-notes': true,
    people: true,
    experiments: true,
  })
  .partial()

export const startKeys: readonly string[] = Object.keys(open.shape)

/** The same as JSON Schema: for descriptions, since reading with zod would fill in the defaults of keys that were not sent. */
export const startSettings: Readonly<Record<string, unknown>> = (() => {
  const { $schema, ...schema } = z.toJSONSchema(open, { io: 'input' })
  return schema
})()
