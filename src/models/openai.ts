import type { Fault } from '../core/fault.ts'
import type { Call } from './call.ts'
import { type Concession, concede } from './concession.ts'
import { faultFromStatus, type Refusal } from './fault-from-status.ts'
import { grammarSchema } from './grammar-schema.ts'
import { fromChatModel } from './langchain.ts'
import type { Model, Request, TurnSchema } from './model.ts'
import { createOpenAICheck } from './openai-check.ts'
import { refusalHints } from './openai-hints.ts'
import { patientFetch } from './patient-fetch.ts'
import type { Price } from './price.ts'
import { redact } from './redact.ts'
import { patient, type Timeouts } from './watchdog.ts'
import { type Wire, wiredFetch } from './wire.ts'

export type OpenAIOptions = {
  /** As people know it: 'openai:gpt-4o', 'deepseek:deepseek-chat'. */
  name: string
  model: string
  baseUrl: string
  /** None for a server that wants none. */
  apiKey?: string
  context: number
  /** How answers are held to the schema, to begin with; a server that refuses is asked for less. */
  structured: Concession['format']
  timeouts?: Timeouts
  price?: Price
  fetch?: typeof fetch
}

const formats = {
  schema: (schema: TurnSchema) => ({ response_format: { type: 'json_schema', json_schema: { name: 'turn', schema } } }),
  object: () => ({ response_format: { type: 'json_object' } }),
  off: () => ({}),
} as const

/**
 * A model behind any OpenAI-style server: OpenAI itself, DeepSeek, OpenRouter, vLLM, llama.cpp, LM Studio …
 * What a server does not know (a schema, a temperature) is left out from its first refusal on. No key ever reaches a message.
 */
export const createOpenAI = (options: OpenAIOptions): Model => {
  const { name, model, baseUrl, apiKey = '', context, structured, timeouts = patient, price, fetch = patientFetch } = options
  const where = `${name} at ${new URL(baseUrl).origin}`
  let asked: Concession = { format: structured, temperature: true, usage: true }

  const refusedWith = (sent: Concession, refusal: Refusal): Fault => {
    if (asked === sent) asked = concede(sent, refusal)
    // Redacted before it is shortened: a part of a key is one too.
    return faultFromStatus({ ...refusal, body: redact(refusal.body, apiKey) }, where, refusalHints[refusal.status])
  }
  const chatModelFor = async (request: Request, call: Call) => {
    const { ChatOpenAICompletions } = await import('@langchain/openai')
    const sent = asked
    const wire: Wire = {
      where,
      fetch,
      timeouts,
      extra: formats[sent.format](grammarSchema(request.schema)),
      refused: (refusal) => refusedWith(sent, refusal),
      check: () => createOpenAICheck(where, (text) => redact(text, apiKey)),
    }
    return new ChatOpenAICompletions({
      model,
      // Given always: without one the library would take OPENAI_API_KEY and send it to whatever server this is.
      apiKey: apiKey || 'none',
      configuration: { baseURL: baseUrl, organization: null, project: null, fetch: wiredFetch(wire, call) },
      maxTokens: request.maxTokens,
      streamUsage: sent.usage,
      timeout: timeouts.firstMs + 60_000,
      maxRetries: 0,
      ...(sent.temperature ? { temperature: request.temperature } : {}),
    })
  }
  const once = fromChatModel(name, chatModelFor, { context, price, where })
  const generate: Model['generate'] = async (request, signal, onDelta) => {
    const sent = asked
    const answer = await once.generate(request, signal, onDelta)
    const conceded = 'fault' in answer && answer.fault.kind === 'refused' && asked !== sent
    return conceded ? generate(request, signal, onDelta) : answer
  }
  return { ...once, generate }
}
