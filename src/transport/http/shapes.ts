import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { phaseNames } from '../../core/names.ts'
import { outcome } from '../../core/outcome.ts'
import { paper } from '../../core/paper.ts'
import { runStatuses } from '../../core/run-status.ts'
import { httpLimits } from './limits.ts'
import { problem, problemType } from './problem.ts'

/** A whole number in an address, where everything is text. */
const inAddress = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value), schema)

export const atLeast = (least: number, most = Number.MAX_SAFE_INTEGER) => inAddress(z.int().min(least).max(most))

const runName = z.string().min(1).max(200).describe('a run; its name may be shortened, and latest is the last one made')
export const runParams = z.object({ run: runName })

export const cut = atLeast(httpLimits.cutLeast, httpLimits.cutMost)
  .optional()
  .describe('texts of more characters than this come as {chars, head}, and the entry is marked cut')

const count = z.int().nonnegative()

export const runSummary = z
  .looseObject({
    run: z.string(),
    topic: z.string(),
    status: z.enum(runStatuses),
    outcome: outcome.nullable(),
    phase: z.enum(phaseNames).nullable(),
    attempt: z.int().positive().nullable(),
    reached: z.enum(phaseNames).nullable().optional().describe('the last phase that began'),
    attempts: z.int().positive().optional().describe('rounds from planning to reviews that began'),
    score: z.number().nullable().optional().describe('of the last attempt: the mean of its reviews, else the score of its best draft'),
    model: z.string(),
    createdAt: z.iso.datetime(),
    at: z.iso.datetime().describe('time of its last entry'),
    events: count.describe('the seq of its last entry'),
    calls: count,
    tokens: z.number().nonnegative(),
    cost: z.number().nonnegative(),
    seconds: z.number().nonnegative().describe('at work'),
    questions: count.describe('that wait for a person'),
    driver: z.looseObject({ pid: z.int(), host: z.string() }).nullable(),
  })
  .meta({ id: 'RunSummary' })

export const runState = z
  .looseObject({
    run: z.string(),
    seq: count,
    at: z.string(),
    topic: z.string(),
    phases: z.array(z.looseObject({ name: z.enum(phaseNames) })).readonly(),
  })
  .describe('everything that a viewer shows of a run at one moment: ViewerState')
  .meta({ id: 'RunState' })

export const entry = z
  .object({
    run: z.string(),
    seq: z.int().positive().describe('counts in the run from 1, without a gap'),
    pos: z.int().positive().describe('counts over all runs'),
    at: z.iso.datetime(),
    event: z.looseObject({ type: z.string() }).describe('as it is on the log'),
    cut: z.literal(true).optional(),
  })
  .meta({ id: 'Entry' })

export const agentSummary = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    role: z.string().nullable(),
    model: z.string(),
    actions: z.array(z.string()),
  })
  .meta({ id: 'Agent' })

export const agentResult = z.object({ function_name: z.string(), result: z.unknown() }).meta({ id: 'AgentResult' })
export const foundPaper = paper.meta({ id: 'Paper' })

export const toldRun = z.object({ run: z.string().describe('its whole name') })

/**
 * The problems that a route can end with, for its description. Those of the guards, a busy database and a defect are always among them.
 * Their types say nothing, so that a handler is held to what it gives when all is well.
 */
export const problems = (...statuses: readonly number[]): object =>
  Object.fromEntries(
    [...new Set([400, 401, 403, 500, 503, ...statuses])].map((status) => [
      status,
      { description: STATUS_CODES[status] ?? 'refused', content: { [problemType]: { schema: problem } } },
    ]),
  )
