import { createFault, type Fault } from '../core/fault.ts'
import { limitsOf } from './answer-limits.ts'
import type { Call } from './call.ts'
import { complaintOf, faultFromStatus, type Refusal } from './fault-from-status.ts'
import { grammarSchema } from './grammar-schema.ts'
import { fromChatModel } from './langchain.ts'
import type { Model, Request } from './model.ts'
import { createOllamaCheck } from './ollama-check.ts'
import { patientFetch } from './patient-fetch.ts'
import type { Price } from './price.ts'
import { createSlots, type Slots, withSlots } from './slots.ts'
import { roomFor } from './tokens.ts'
import { patient, type Timeouts } from './watchdog.ts'
import { type Wire, wiredFetch } from './wire.ts'

export type OllamaOptions = {
  model: string
  baseUrl: string
  /** Most tokens of prompt and answer together; the server gets what a request needs, up to this. */
  context: number
  /** How many weights the model has, where the server says so. */
  parameters?: number
  /** How long the server keeps the model in memory after a call: '5m', or -1 for ever. */
  keepAlive?: string | number
  /** Whether a thinking model may think: its thoughts count towards the tokens of the answer. */
  think?: boolean
  timeouts?: Timeouts
  /** Requests at a time: Ollama on one machine answers two at half the speed each. */
  slots?: Slots
  price?: Price
  fetch?: typeof fetch
}

/** The smallest power of two that holds the request and its answer, from 2,048 up and at most `context`. */
export const contextFor = ({ messages, maxTokens }: Pick<Request, 'messages' | 'maxTokens'>, context: number): number => {
  const need = roomFor(messages) + maxTokens
  return Math.min(context, Math.max(2048, 2 ** Math.ceil(Math.log2(need))))
}

const hints: Readonly<Record<number, (model: string) => string>> = {
  403: () =>
    'It lets no foreign Host or Origin in: use http://127.0.0.1:11434 as the base-url, or set OLLAMA_HOST and OLLAMA_ORIGINS where it runs',
  404: (model) => `Get the model with: ollama pull ${model}`,
  503: () => 'It is loading models for others',
}

/** What a refusal of Ollama means. Its 404 without a complaint comes from something else that listens there. */
const refusalOf = (refusal: Refusal, where: string, model: string): Fault =>
  refusal.status === 404 && !complaintOf(refusal.body).includes('model')
    ? createFault('refused', `${where} answered 404: is this an Ollama server? Check the base-url`)
    : faultFromStatus(refusal, where, hints[refusal.status]?.(model))

/**
 * A model that an Ollama server runs, through ChatOllama. Below it lie a fetch without Node's five-minute limit, a watchdog,
 * and a check of every line, because the server may end a stream early with status 200 and the library takes that for success.
 */
export const createOllama = (options: OllamaOptions): Model => {
  const {
    model,
    baseUrl,
    context,
    keepAlive = '10m',
    think = false,
    timeouts = patient,
    slots = createSlots(1),
    price,
    fetch = patientFetch,
  } = options
  const where = `ollama:${model} at ${new URL(baseUrl).origin}`
  const wireFor = (request: Request): Wire => ({
    where,
    fetch,
    timeouts,
    most: limitsOf(request).bytes,
    // Without these a prompt or an answer that is too long loses its beginning in silence.
    extra: { truncate: false, shift: false },
    refused: (refusal) => refusalOf(refusal, where, model),
    check: () => createOllamaCheck(where),
  })
  // Another num_ctx loads the model anew and forgets what it has read, so it only ever grows.
  let numCtx = 0
  const chatModelFor = async (request: Request, call: Call) => {
    const { ChatOllama } = await import('@langchain/ollama')
    numCtx = Math.max(numCtx, contextFor(request, context))
    return new ChatOllama({
      model,
      baseUrl,
      numCtx,
      think,
      keepAlive,
      temperature: request.temperature,
      numPredict: request.maxTokens,
      format: grammarSchema(request.schema),
      fetch: wiredFetch(wireFor(request), call),
      maxRetries: 0,
    })
  }
  const sized = options.parameters === undefined ? {} : { parameters: options.parameters }
  return withSlots({ ...fromChatModel(`ollama:${model}`, chatModelFor, { context, price, where }), ...sized }, slots)
}
