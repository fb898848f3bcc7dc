import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { z } from 'zod'
import type { EventReader } from '../event-check.ts'
import type { Dialect } from '../hosted.ts'
import { turnTool } from '../turn-tool.ts'

/** What is used of @langchain/anthropic, which only some people install. */
export type AnthropicPackage = {
  ChatAnthropic: new (fields: {
    model: string
    apiKey: string
    anthropicApiUrl: string
    maxTokens: number
    maxRetries: number
    clientOptions: { fetch: typeof fetch; timeout: number }
  }) => BaseChatModel
}

const count = z.number().nonnegative().nullish()
const counts = z.looseObject({
  input_tokens: count,
  output_tokens: count,
  cache_creation_input_tokens: count,
  cache_read_input_tokens: count,
})
const event = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('message_start'), message: z.looseObject({ usage: counts.nullish() }) }),
  z.looseObject({ type: z.literal('message_delta'), delta: z.looseObject({ stop_reason: z.string().nullish() }), usage: counts }),
  z.looseObject({ type: z.literal('content_block_start'), content_block: z.looseObject({ type: z.string() }) }),
  z.looseObject({
    type: z.literal('content_block_delta'),
    delta: z.looseObject({ type: z.string(), text: z.string().optional(), thinking: z.string().optional() }),
  }),
  z.looseObject({ type: z.enum(['content_block_stop', 'message_stop', 'ping']) }),
])

/** Tokens read from the cache are tokens of the prompt. */
const inputOf = (usage: z.infer<typeof counts>): number =>
  (usage.input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0)

/** Events of /v1/messages: the prompt is counted at the start, the answer at the end, where also the reason stands. */
const anthropicEvents: EventReader = {
  speaker: 'Anthropic server',
  read(value, told) {
    const { data } = event.safeParse(value)
    if (!data) return false
    if (data.type === 'message_start' && data.message.usage) told.input = inputOf(data.message.usage)
    if (data.type !== 'message_delta') return true
    if (data.delta.stop_reason) told.finish = data.delta.stop_reason
    if (data.usage.output_tokens) told.output = data.usage.output_tokens
    return true
  },
}

/** Anthropic's own API, through LangChain's package for it. */
export const anthropicDialect = ({ ChatAnthropic }: AnthropicPackage): Dialect => ({
  events: anthropicEvents,
  formats: {
    schema: (schema) => ({ output_config: { format: { type: 'json_schema', schema } } }),
    tool: (parameters) => ({ tools: [{ ...turnTool, input_schema: parameters }], tool_choice: { type: 'tool', name: turnTool.name } }),
    object: () => ({}),
    off: () => ({}),
  },
  // Past the library, which throws for models that it thinks know no temperature. Anthropic's ends at 1.
  fields: ({ request, sent }) => (sent.temperature ? { temperature: Math.min(1, request.temperature) } : {}),
  chat: ({ model, baseUrl, apiKey }, { request, fetch, patienceMs }) =>
    new ChatAnthropic({
      model,
      apiKey: apiKey || 'none',
      anthropicApiUrl: baseUrl,
      maxTokens: request.maxTokens,
      maxRetries: 0,
      clientOptions: { fetch, timeout: patienceMs },
    }),
})
