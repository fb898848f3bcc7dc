import { z } from 'zod'
import { bareFacts } from '../core/bare-facts.ts'
import type { Fault } from '../core/fault.ts'
import { readJson } from './fault-from-status.ts'
import { type LadderStep, ladderSteps } from './ladder.ts'
import type { Model, Reply, Request } from './model.ts'

/** What a model was seen to do, once. Fields that could not be told are left out. */
export const probed = z.object({
  model: z.string(),
  at: z.string().describe('ISO time'),
  context: z.number().optional().describe('tokens that a request and its answer may hold together'),
  structured: z.boolean().optional().describe('whether its server holds it to a schema'),
  tools: z.boolean().optional(),
  thinking: z.boolean().optional(),
  tokensPerSecond: z.number().optional(),
  endless: z.boolean().optional().describe('whether it writes on until it is cut off'),
  step: z.enum(ladderSteps).describe('the first step of the ladder that works'),
  problem: z.string().optional().describe('why something could not be told'),
})
export type Probed = z.infer<typeof probed>

/** What a server says of a model without running it. */
export type Stated = Pick<Probed, 'tools' | 'thinking'>

/** A word that no model says by itself: whoever answers with it was held to the schema. */
const secret = 'k7-quince'
const command = { type: 'string', const: 'probe' }
const formOf = (field: string, schema: object) => ({
  type: 'object',
  properties: { command, [field]: schema },
  required: ['command', field],
  additionalProperties: false,
})
const held = formOf('word', { type: 'string', enum: [secret] })
const open = formOf('text', { type: 'string' })

const facts = bareFacts('postdoc', 'probe')

const requestOf = (text: string, schema: object, maxTokens: number): Request => ({
  role: facts.role,
  phase: 'probe',
  turn: 'probe',
  conversation: 'probe',
  messages: [
    { from: 'system', text: 'Answer with one JSON object and nothing else.' },
    { from: 'lab', text },
  ],
  schema: { ...schema },
  facts,
  temperature: 0,
  maxTokens,
})

type Tried = { reply: Reply; seconds: number } | { fault: Fault }

const tryOut = async (model: Model, request: Request, signal: AbortSignal, now: () => number): Promise<Tried> => {
  let first: number | undefined
  const answer = await model.generate(request, signal, () => {
    first ??= now()
  })
  return 'reply' in answer ? { reply: answer.reply, seconds: (now() - (first ?? now())) / 1000 } : answer
}

const fieldOf = (tried: Tried, field: string): unknown => {
  const value = 'reply' in tried ? readJson(tried.reply.text) : undefined
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined
}

/** Tokens of an answer that is long enough to be timed. */
const timed = 4

const speedOf = (tried: Tried): number | undefined => {
  if (!('reply' in tried) || tried.seconds <= 0 || tried.reply.usage.output < timed) return undefined
  return Number((tried.reply.usage.output / tried.seconds).toPrecision(3))
}

const cutOff = (tried: Tried): boolean => 'fault' in tried && tried.fault.kind === 'bad-output'

/** Why a model could not be had, where that is so: an answer that was cut off is one all the same. */
const faultOf = (tried: Tried): Fault | undefined => ('fault' in tried && !cutOff(tried) ? tried.fault : undefined)

/** By what a model that was held to the schema was held: what its server conceded to, else what is known of its kind. */
const heldBy = (model: Model, grammar: boolean): LadderStep => {
  const conceded = model.held?.() ?? 'schema'
  return conceded === 'schema' && grammar ? 'grammar' : conceded
}

/**
 * Tries out in three short answers what a model can do: whether its server holds it to a schema, else whether it follows words,
 * and whether it comes to an end by itself. A model that could not be had is a fault, and nothing was seen of it; where only the last
 * answer failed, `problem` says how.
 */
export const probeModel = async (
  model: Model,
  stated: Stated,
  { grammar, signal, now }: { grammar: boolean; signal: AbortSignal; now: () => number },
): Promise<{ seen: Probed } | { fault: Fault }> => {
  const known = { model: model.name, at: new Date(now()).toISOString(), context: model.context, ...stated }
  const schema = await tryOut(model, requestOf('Which word is it?', held, 64), signal, now)
  const away = faultOf(schema)
  if (away) return { fault: away }
  const structured = fieldOf(schema, 'word') === secret
  const asked = `Answer exactly with this JSON object: {"command":"probe","word":"${secret}"}`
  const words = structured ? schema : await tryOut(model, requestOf(asked, held, 64), signal, now)
  const gone = faultOf(words)
  if (gone) return { fault: gone }
  const prompted = fieldOf(words, 'word') === secret
  const free = await tryOut(model, requestOf('Say hello to the lab in one short sentence, as "text".', open, 256), signal, now)
  const tokensPerSecond = speedOf(free) ?? speedOf(schema)
  const seen: Probed = {
    ...known,
    structured,
    ...(signal.aborted ? {} : { endless: cutOff(free) }),
    ...(tokensPerSecond === undefined ? {} : { tokensPerSecond }),
    step: structured ? heldBy(model, grammar) : prompted ? 'prompted' : 'none',
    ...('fault' in free ? { problem: free.fault.message } : {}),
  }
  return { seen }
}

/** A model as it was seen to be: no larger than was found, and kept short when it does not end by itself. */
export const asProbed = (model: Model, seen: Probed | undefined): Model =>
  seen ? { ...model, context: Math.min(model.context, seen.context ?? model.context), endless: seen.endless ?? false } : model
