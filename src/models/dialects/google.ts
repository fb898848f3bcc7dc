import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { z } from 'zod'
import type { EventReader } from '../event-check.ts'
import type { Dialect, HostedOptions } from '../hosted.ts'
import { turnTool } from '../turn-tool.ts'
import { readEvents } from './read-events.ts'

/** What is used of @langchain/google-genai, which only some people install. */
export type GooglePackage = {
  ChatGoogleGenerativeAI: new (fields: {
    model: string
    apiKey: string
    baseUrl: string
    maxOutputTokens: number
    temperature?: number
    maxRetries: number
  }) => BaseChatModel
}

const count = z.number().nonnegative().nullish()
const piece = z.looseObject({
  candidates: z
    .array(
      z.looseObject({
        content: z
          .looseObject({ parts: z.array(z.looseObject({ text: z.string().optional(), thought: z.boolean().optional() })).nullish() })
          .nullish(),
        finishReason: z.string().nullish(),
      }),
    )
    .nullish(),
  promptFeedback: z.looseObject({ blockReason: z.string().nullish() }).nullish(),
  usageMetadata: z.looseObject({ promptTokenCount: count, candidatesTokenCount: count, thoughtsTokenCount: count }).nullish(),
})

/** Events of :streamGenerateContent. Each counts anew from the start, and a prompt that is withheld has no candidate. */
const googleEvents: EventReader = {
  speaker: 'Gemini server',
  read(value, told) {
    const { data } = piece.safeParse(value)
    if (!data || !(data.candidates ?? data.promptFeedback ?? data.usageMetadata)) return false
    const { candidates, promptFeedback, usageMetadata: usage } = data
    const reason = candidates?.[0]?.finishReason ?? (promptFeedback?.blockReason ? 'SAFETY' : undefined)
    if (reason) told.finish = reason
    if (usage?.promptTokenCount) told.input = usage.promptTokenCount
    const output = (usage?.candidatesTokenCount ?? 0) + (usage?.thoughtsTokenCount ?? 0)
    if (output) told.output = output
    return true
  },
}

/**
 * Stands in for the client inside LangChain's model: Google's own takes no fetch, so that its calls could neither be watched nor
 * be given more than Node's five minutes.
 */
const clientThrough = ({ baseUrl, model, apiKey = '' }: HostedOptions, fetch: typeof globalThis.fetch) => ({
  generationConfig: {},
  async generateContentStream(request: unknown, { signal }: { signal?: AbortSignal } = {}) {
    const response = await fetch(`${baseUrl}/v1beta/models/${encodeURIComponent(model)}:streamGenerateContent?alt=sse`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey ? { 'x-goog-api-key': apiKey } : {}) },
      body: JSON.stringify(request),
      ...(signal ? { signal } : {}),
    })
    return { stream: readEvents(response) }
  },
})

/** Google's own API for Gemini, through LangChain's package for it. */
export const googleDialect = ({ ChatGoogleGenerativeAI }: GooglePackage): Dialect => ({
  events: googleEvents,
  formats: {
    schema: (schema) => ({ generationConfig: { responseMimeType: 'application/json', responseJsonSchema: schema } }),
    tool: (parametersJsonSchema) => ({
      tools: [{ functionDeclarations: [{ ...turnTool, parametersJsonSchema }] }],
      toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: [turnTool.name] } },
    }),
    object: () => ({ generationConfig: { responseMimeType: 'application/json' } }),
    off: () => ({}),
  },
  chat: (server, { request, sent, fetch }) => {
    const { model, baseUrl, apiKey } = server
    const chat = new ChatGoogleGenerativeAI({
      model,
      apiKey: apiKey || 'none',
      baseUrl,
      maxOutputTokens: request.maxTokens,
      maxRetries: 0,
      ...(sent.temperature ? { temperature: request.temperature } : {}),
    })
    return Object.assign(chat, { client: clientThrough(server, fetch) })
  },
})
