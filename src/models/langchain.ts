import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { BaseMessage } from 'langchain'
import { createFault, type Fault } from '../core/fault.ts'
import { type AnswerLimits, limitsOf } from './answer-limits.ts'
import { type Call, interrupt } from './call.ts'
import type { Cast } from './cast.ts'
import { faultFromError } from './fault-from-error.ts'
import type { Message, Model, Reply, Request } from './model.ts'
import { free, type Price, usageOf } from './price.ts'
import { createThoughtFilter } from './thoughts.ts'
import { estimateMessages, estimateTokens } from './tokens.ts'

/**
 * Makes the LangChain chat model of one call. One for each call, because settings like temperature and context belong to the
 * model and not to the call in LangChain, and because aborting a call of ChatOllama ends every other on the same instance.
 */
export type ChatModelFor = (request: Request, call: Call) => BaseChatModel | Promise<BaseChatModel>

const toLangChain = async (messages: readonly Message[]): Promise<BaseMessage[]> => {
  const { AIMessage, HumanMessage, SystemMessage } = await import('langchain')
  const makers = {
    system: (text: string) => new SystemMessage(text),
    lab: (text: string) => new HumanMessage(text),
    role: (text: string) => new AIMessage(text),
  }
  return messages.map(({ from, text }) => makers[from](text))
}

/** What is read of a chunk. Providers give the reason of the end different names. */
type Chunk = {
  text: string
  /** A list of parts where a provider has thoughts beside its text. */
  content?: unknown
  additional_kwargs?: Readonly<Record<string, unknown>>
  /** Pieces of the arguments of a tool, where a turn is asked for as a call of one. */
  tool_call_chunks?: readonly { args?: string | undefined }[]
  response_metadata: { done_reason?: string; finish_reason?: string; stop_reason?: string; finishReason?: string }
  usage_metadata?: { input_tokens: number; output_tokens: number } | undefined
}

/** What has come of an answer so far. */
type Heard = { text: string; finish: string | undefined; input: number; output: number }

/** What the stream itself told goes before what the library made of it. */
const asTold = (heard: Heard, { told = {} }: Call): Heard => ({
  text: heard.text,
  finish: told.finish ?? heard.finish,
  input: told.input || heard.input,
  output: told.output || heard.output,
})

/** Characters of the thoughts that a provider sends apart from its text. */
const thoughtIn = ({
  content,
  additional_kwargs: { reasoning_content: reasoning } = {},
}: Pick<Chunk, 'content' | 'additional_kwargs'>): number => {
  const parts = Array.isArray(content) ? content.filter((part: { type?: unknown }) => thoughtTypes.has(part?.type)) : []
  return (typeof reasoning === 'string' ? reasoning.length : 0) + (parts.length === 0 ? 0 : JSON.stringify(parts).length)
}
const thoughtTypes: ReadonlySet<unknown> = new Set(['thinking', 'reasoning', 'redacted_thinking'])

const tooLong = (answer: number, thoughts: number, limits: AnswerLimits): string | undefined => {
  if (answer > limits.answer) return 'its answer went on'
  return thoughts > limits.thoughts ? 'its thoughts went on' : undefined
}

/** Hears an answer out; one that passes the limits is left in the middle, when `stop` has ended its request. */
const hear = async (
  stream: AsyncIterable<Chunk>,
  onDelta: (text: string) => void,
  limits: AnswerLimits,
  stop: (why: string) => void,
): Promise<Heard> => {
  const heard: Heard = { text: '', finish: undefined, input: 0, output: 0 }
  const thoughts = createThoughtFilter()
  const say = (text: string) => {
    heard.text += text
    if (text) onDelta(text)
  }
  let apart = 0
  for await (const chunk of stream) {
    const { text: words, tool_call_chunks: calls = [], response_metadata: about, usage_metadata: usage } = chunk
    const text = thoughts.push(words + calls.map(({ args = '' }) => args).join(''))
    apart += thoughtIn(chunk)
    const why = tooLong(heard.text.length + text.length, apart + thoughts.length(), limits)
    if (why) {
      stop(why)
      return heard
    }
    say(text)
    heard.finish = about.done_reason ?? about.finish_reason ?? about.stop_reason ?? about.finishReason ?? heard.finish
    heard.input = usage?.input_tokens || heard.input
    heard.output = usage?.output_tokens || heard.output
  }
  say(thoughts.end())
  return heard
}

const cutShort = new Set(['length', 'model_length', 'max_tokens', 'MAX_TOKENS', 'model_context_window_exceeded'])
const withheld = new Set(['content_filter', 'refusal', 'SAFETY', 'RECITATION', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII'])

/** Why an answer that came to its end is still none. */
const flawOf = ({ text, finish }: Heard, where: string, { maxTokens }: Request): Fault | undefined => {
  if (finish === undefined) return createFault('bad-output', `${where} stopped in the middle of its answer`)
  if (cutShort.has(finish))
    return createFault('bad-output', `${where} was cut off: its answer is longer than ${maxTokens} tokens (max-tokens) or than its context`)
  if (withheld.has(finish)) return createFault('refused', `${where} withheld its answer by its content filter`)
  return text.trim() === '' ? createFault('bad-output', `${where} gave an empty answer`) : undefined
}

const replyFrom = ({ text, input, output }: Heard, name: string, request: Request, price: Price): Reply => ({
  text,
  model: name,
  usage: usageOf(input || estimateMessages(request.messages), output || estimateTokens(text), price),
})

/** `where` stands for the model in faults, with its address; the price is that of a million tokens. */
export type ChatModelOptions = { context: number; price?: Price | undefined; where?: string }

/**
 * A model from any chat model of LangChain: the one way for every provider and for rehearsal. Usage is the provider's count,
 * else an estimate. An error that no server can cause, such as one of a cast, is thrown on.
 */
export const fromChatModel = (
  name: string,
  chatModelFor: ChatModelFor,
  { context, price = free, where = name }: ChatModelOptions,
): Model => ({
  name,
  context,
  async generate(request, signal, onDelta) {
    const over = new AbortController()
    const call: Call = { signal: AbortSignal.any([signal, over.signal]) }
    const cancelled = { fault: createFault('cancelled', `${name} was interrupted`) }
    if (signal.aborted) return cancelled
    try {
      const chat = await chatModelFor(request, call)
      const stream = await chat.stream(await toLangChain(request.messages), { signal })
      const stop = (why: string) => {
        interrupt(call, createFault('bad-output', `${where} was cut off: ${why} far beyond ${request.maxTokens} tokens (max-tokens)`))
        over.abort()
      }
      const heard = asTold(await hear(stream, onDelta, limitsOf(request), stop), call)
      if (signal.aborted) return cancelled
      const fault = call.trouble ?? flawOf(heard, where, request)
      return fault ? { fault } : { reply: replyFrom(heard, name, request, price) }
    } catch (error) {
      if (signal.aborted) return cancelled
      const fault = call.trouble ?? faultFromError(error, where)
      if (!fault) throw error
      return { fault }
    } finally {
      over.abort()
    }
  },
})

/** A model that a cast speaks for, through LangChain like any other. What the cast throws is thrown on: it is a defect. */
export const createCastModel = (name: string, cast: Cast, { context = 131_072 }: { context?: number } = {}): Model =>
  fromChatModel(
    name,
    async (request) => {
      const { CastChatModel } = await import('./cast-chat-model.ts')
      return new CastChatModel(cast, request)
    },
    { context },
  )
