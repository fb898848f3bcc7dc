import { z } from 'zod'
import { configSchema, experiments } from './schema.ts'

/** Programs as they may be asked for from outside: what keeps them in, and what they may reach, is for whoever runs gal to say. */
const programs = experiments.unwrap().omit({ packages: true, sandbox: true, network: true }).prefault({})

/** What whoever starts a run from outside may set. Never places on this machine, addresses, or names of keys. */
const open = configSchema
  .pick({
    model: true,
    kind: true,
    seed: true,
    language: true,
    budget: true,
    phases: true,
    gates: true,
    'task-notes': true,
    people: true,
  })
  .extend({ experiments: programs })
  .partial()

export const startKeys: readonly string[] = Object.keys(open.shape)

/**
 * What of these settings cannot be used, a line each. Stricter than a file of YAML, in which a key without a value counts as left out:
 * what comes as JSON is held to what is said of it.
 */
export const startProblems = (given: unknown): string[] =>
  (open.safeParse(given).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)

/** The same as JSON Schema: for descriptions, since reading with zod would fill in the defaults of keys that were not sent. */
export const startSettings: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(z.toJSONSchema(open, { io: 'input' })).filter(([key]) => key !== '$schema'),
)
