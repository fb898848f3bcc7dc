import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { Fault } from '../core/fault.ts'
import { limitsOf } from './answer-limits.ts'
import type { Call } from './call.ts'
import { type Concession, concede, stepOf } from './concession.ts'
import { createEventCheck, type EventReader } from './event-check.ts'
import { faultFromStatus, type Refusal } from './fault-from-status.ts'
import { grammarSchema } from './grammar-schema.ts'
import { fromChatModel } from './langchain.ts'
import type { Model, Reply, Request, TurnSchema } from './model.ts'
import { patientFetch } from './patient-fetch.ts'
import type { Price } from './price.ts'
import { createRedactor, redact, redactAnswer } from './redact.ts'
import { refusalHints } from './refusal-hints.ts'
import { toolParameters, turnInCall } from './turn-tool.ts'
import { patient, type Timeouts } from './watchdog.ts'
import { type Wire, wiredFetch } from './wire.ts'

export type HostedOptions = {
  /** As people know it: 'openai:gpt-4o', 'deepseek:deepseek-chat'. */
  name: string
  model: string
  baseUrl: string
  /** None for a server that wants none. */
  apiKey?: string
  /** The header that carries the key, where it is not `Authorization`. */
  keyHeader?: string
  /** Put behind every address, such as Azure's api-version. */
  query?: Readonly<Record<string, string>>
  context: number
  /** How answers are held to the schema, to begin with; a server that refuses is asked for less. */
  structured: Concession['format']
  timeouts?: Timeouts
  price?: Price
  fetch?: typeof fetch
}

/** What a chat model of LangChain is made from, for one call. */
export type Asking = {
  request: Request
  sent: Concession
  fetch: typeof fetch
  /** Longer than any answer may take: a library's own time limit, which must not come first. */
  patienceMs: number
}

/** How a kind of server is spoken to: which of LangChain's models, how an answer is held to its form, what its events look like. */
export type Dialect = {
  events: EventReader
  formats: Readonly<Record<Concession['format'], (schema: TurnSchema) => Readonly<Record<string, unknown>>>>
  /** Further fields of a request, where the library would refuse or lose them. */
  fields?(asking: Pick<Asking, 'request' | 'sent'>): Readonly<Record<string, unknown>>
  chat(server: HostedOptions & { apiKey: string }, asking: Asking): BaseChatModel | Promise<BaseChatModel>
}

/** An empty schema holds nothing to a form: it asks for plain words. */
const extraFor = ({ formats }: Dialect, { format }: Concession, schema: TurnSchema): Readonly<Record<string, unknown>> =>
  Object.keys(schema).length === 0 ? {} : formats[format](format === 'tool' ? toolParameters(grammarSchema(schema)) : grammarSchema(schema))

/** The turn itself, with the step of the ladder where it is none of the first ones. */
const asSent = (reply: Reply, sent: Concession): Reply =>
  sent.format === 'schema' ? reply : { ...reply, text: sent.format === 'tool' ? turnInCall(reply.text) : reply.text, held: stepOf(sent) }

/**
 * A model behind a server that takes a key. What the server does not know (a schema, a temperature) is left out from its first
 * refusal on. No key ever reaches a message, or comes back in an answer.
 */
export const createHosted = (options: HostedOptions, dialect: Dialect): Model => {
  const { name, baseUrl, apiKey = '', context, structured, timeouts = patient, price, fetch = patientFetch } = options
  const where = `${name} at ${new URL(baseUrl).origin}`
  const withoutKey = (text: string) => redact(text, apiKey)
  let asked: Concession = { format: structured, temperature: true, usage: true }

  const refusedWith = (sent: Concession, refusal: Refusal): Fault => {
    if (asked === sent) asked = concede(sent, refusal)
    // Redacted before it is shortened: a part of a key is one too.
    return faultFromStatus({ ...refusal, body: withoutKey(refusal.body) }, where, refusalHints[refusal.status])
  }
  const chatModelFor = (request: Request, call: Call) => {
    const sent = asked
    const wire: Wire = {
      where,
      fetch,
      timeouts,
      most: limitsOf(request).bytes,
      type: 'text/event-stream',
      extra: { ...extraFor(dialect, sent, request.schema), ...dialect.fields?.({ request, sent }) },
      refused: (refusal) => refusedWith(sent, refusal),
      check: () => createEventCheck(where, withoutKey, dialect.events),
    }
    return dialect.chat({ ...options, apiKey }, { request, sent, fetch: wiredFetch(wire, call), patienceMs: timeouts.totalMs + 60_000 })
  }
  const once = fromChatModel(name, chatModelFor, { context, price, where })
  const generate: Model['generate'] = async (request, signal, onDelta) => {
    const sent = asked
    const redactor = createRedactor(apiKey)
    const say = (text: string) => {
      if (text) onDelta(text)
    }
    const answer = await once.generate(request, signal, (text) => say(redactor.push(text)))
    if (!('fault' in answer)) {
      say(redactor.end())
      const reply = asSent(answer.reply, sent)
      return { reply: { ...reply, text: redactAnswer(reply.text, apiKey) } }
    }
    if (answer.fault.kind === 'refused' && asked !== sent) return generate(request, signal, onDelta)
    return { fault: { ...answer.fault, message: withoutKey(answer.fault.message) } }
  }
  return { ...once, held: () => stepOf(asked), generate }
}
