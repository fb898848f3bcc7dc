import { z } from 'zod'
import type { EventReader } from '../event-check.ts'
import type { Dialect } from '../hosted.ts'
import { turnTool } from '../turn-tool.ts'

const count = z.number().nonnegative().nullish()
const pieceWith = (content: z.ZodType) =>
  z.looseObject({
    choices: z
      .array(
        z.looseObject({
          delta: z.looseObject({ role: z.string().nullish(), content }).nullish(),
          finish_reason: z.string().nullish(),
        }),
      )
      .default([]),
    usage: z.looseObject({ prompt_tokens: count, completion_tokens: count, total_tokens: count }).nullish(),
  })

/** Events of /chat/completions, from a server whose `delta.content` is of this kind. */
export const completionEvents = (speaker: string, content: z.ZodType): EventReader => {
  const piece = pieceWith(content)
  return {
    speaker,
    read(event, told) {
      const { data } = piece.safeParse(event)
      if (!data) return false
      const reason = data.choices.map(({ finish_reason: given }) => given).find((given) => typeof given === 'string')
      if (reason) told.finish = reason
      if (data.usage?.prompt_tokens) told.input = data.usage.prompt_tokens
      if (data.usage?.completion_tokens) told.output = data.usage.completion_tokens
      return true
    },
  }
}

/** Carries the key in a header of its own: Azure takes what stands behind Bearer for a token of another kind. */
const withKeyIn =
  (header: string, key: string, fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers)
    headers.delete('authorization')
    headers.set(header, key)
    return fetch(input, { ...init, headers })
  }

/** OpenAI itself, and every server that speaks as it does: DeepSeek, OpenRouter, Groq, vLLM, llama.cpp, LM Studio, Azure … */
export const openAIDialect: Dialect = {
  events: completionEvents('OpenAI-style server', z.string().nullish()),
  formats: {
    schema: (schema) => ({ response_format: { type: 'json_schema', json_schema: { name: 'turn', schema } } }),
    tool: (parameters) => ({
      tools: [{ type: 'function', function: { ...turnTool, parameters } }],
      tool_choice: { type: 'function', function: { name: turnTool.name } },
    }),
    object: () => ({ response_format: { type: 'json_object' } }),
    off: () => ({}),
  },
  async chat({ model, baseUrl, apiKey, keyHeader, query }, { request, sent, fetch, patienceMs }) {
    const { ChatOpenAICompletions } = await import('@langchain/openai')
    return new ChatOpenAICompletions({
      model,
      // Given always: without one the library would take OPENAI_API_KEY and send it to whatever server this is.
      apiKey: apiKey || 'none',
      configuration: {
        baseURL: baseUrl,
        organization: null,
        project: null,
        fetch: keyHeader ? withKeyIn(keyHeader, apiKey, fetch) : fetch,
        ...(query ? { defaultQuery: query } : {}),
      },
      maxTokens: request.maxTokens,
      streamUsage: sent.usage,
      timeout: patienceMs,
      maxRetries: 0,
      ...(sent.temperature ? { temperature: request.temperature } : {}),
    })
  },
}
