import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { z } from 'zod'
import type { Dialect } from '../hosted.ts'
import { completionEvents, openAIDialect } from './openai.ts'

/** What Mistral's library sends its requests with. */
export type MistralHttp = { request(request: Request): Promise<Response> }

/** What is used of @langchain/mistralai, which only some people install. */
export type MistralPackage = {
  ChatMistralAI: new (fields: {
    model: string
    apiKey: string
    serverURL: string
    maxTokens: number
    temperature?: number
    maxRetries: number
    httpClient: MistralHttp
  }) => BaseChatModel
}

const text = z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]).nullish()

/** The library makes a whole Request; what lies below wants its parts. */
const httpThrough = (fetch: typeof globalThis.fetch): MistralHttp => ({
  async request(request) {
    const { url, method, headers, signal } = request
    return fetch(url, { method, headers: Object.fromEntries(headers), body: await request.text(), signal })
  },
})

/** Mistral's own API, through LangChain's package for it. It streams as OpenAI does, but a text may be a list of parts. */
export const mistralDialect = ({ ChatMistralAI }: MistralPackage): Dialect => ({
  events: completionEvents('Mistral server', text),
  formats: openAIDialect.formats,
  chat: ({ model, baseUrl, apiKey }, { request, sent, fetch }) =>
    new ChatMistralAI({
      model,
      apiKey: apiKey || 'none',
      serverURL: baseUrl,
      maxTokens: request.maxTokens,
      maxRetries: 0,
      httpClient: httpThrough(fetch),
      ...(sent.temperature ? { temperature: request.temperature } : {}),
    }),
})
