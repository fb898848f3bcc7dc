import { z } from 'zod'
import { phaseNames } from '../../core/names.ts'
import { outcome } from '../../core/outcome.ts'
import { runStatuses } from '../../core/run-status.ts'
import { mcpLimits } from './limits.ts'

const count = z.int().nonnegative()

export const runName = z.string().min(1).max(200).describe('a run; its name may be shortened, and latest is the last one made')
export const words = z.string().min(1).max(mcpLimits.words)
export const wholeName = z.string().describe('the whole name of the run')
export const toldRun = z.looseObject({ run: wholeName })

/** A run as a list shows it. Whoever makes it may add fields. */
export const runSummary = z.looseObject({
  run: wholeName,
  topic: z.string(),
  status: z.enum(runStatuses),
  outcome: outcome.nullable().describe('how it ended; null until then'),
  phase: z.enum(phaseNames).nullable(),
  attempt: z.int().positive().nullable(),
  model: z.string(),
  createdAt: z.string(),
  at: z.string().describe('time of its last entry'),
  events: count.describe('the seq of its last entry'),
  calls: count.describe('of models'),
  tokens: z.number().nonnegative(),
  cost: z.number().nonnegative(),
  seconds: z.number().nonnegative().describe('at work'),
  questions: count.describe('that wait for a person'),
})
