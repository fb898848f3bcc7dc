import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager'
import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages'
import { ChatGenerationChunk } from '@langchain/core/outputs'
import type { AnthropicPackage } from '../dialects/anthropic.ts'
import type { GooglePackage } from '../dialects/google.ts'
import type { MistralHttp, MistralPackage } from '../dialects/mistral.ts'
import { readEvents } from '../dialects/read-events.ts'

type Chunk = ConstructorParameters<typeof AIMessageChunk>[0] & object

/** The frame that every chat model of LangChain has; `events` asks the server. */
abstract class StandInChat extends BaseChatModel {
  constructor() {
    super({ maxRetries: 0 })
  }
  abstract events(messages: BaseMessage[], signal?: AbortSignal): AsyncIterable<Chunk>
  _llmType() {
    return 'stand-in'
  }
  async _generate(): Promise<never> {
    throw new Error('a stand-in only streams')
  }
  override async *_streamResponseChunks(messages: BaseMessage[], options: this['ParsedCallOptions'], _manager?: CallbackManagerForLLMRun) {
    for await (const chunk of this.events(messages, options.signal)) {
      const message = new AIMessageChunk(chunk)
      yield new ChatGenerationChunk({ message, text: message.text })
    }
  }
}

const roleOf = (message: BaseMessage) => ({ system: 'system', ai: 'assistant', human: 'user' })[message.type as string] ?? 'user'
const plain = (messages: readonly BaseMessage[]) => messages.map((message) => ({ role: roleOf(message), content: message.text }))

/** Its errors are wrapped, as those of the real one are: what lies below must not rely on them. */
const wrapped = async (asking: Promise<Response>): Promise<Response> => {
  try {
    return await asking
  } catch (error) {
    throw new Error('Connection error.', { cause: error })
  }
}

type AnthropicEvent = { type: string; message?: { usage?: object }; delta?: { type?: string; text?: string; thinking?: string } }

/**
 * What gal relies on in @langchain/anthropic 1.5, as its sources show it: the fetch of `clientOptions`, the path, the headers, `system` apart
 * from the messages, texts as parts, and a stop_reason that is only among `additional_kwargs`.
 */
export const anthropicStandIn: AnthropicPackage = {
  ChatAnthropic: class extends StandInChat {
    fields
    constructor(fields: ConstructorParameters<AnthropicPackage['ChatAnthropic']>[0]) {
      super()
      this.fields = fields
    }
    async *events(messages: BaseMessage[], signal?: AbortSignal): AsyncGenerator<Chunk> {
      const { apiKey, anthropicApiUrl, model, maxTokens, clientOptions } = this.fields
      const system = messages.filter(({ type }) => type === 'system').map(({ text }) => text)
      const body = {
        model,
        max_tokens: maxTokens,
        stream: true,
        system: system.join('\n'),
        messages: plain(messages.filter(({ type }) => type !== 'system')),
      }
      const headers = { 'content-type': 'application/json', 'x-api-key': apiKey, 'anthropic-version': '2023-06-01' }
      const init = { method: 'POST', headers, body: JSON.stringify(body), ...(signal ? { signal } : {}) }
      const response = await wrapped(clientOptions.fetch(`${anthropicApiUrl}/v1/messages`, init))
      for await (const event of readEvents(response) as AsyncIterable<AnthropicEvent>) {
        if (event.type === 'message_delta') yield { content: [], additional_kwargs: { ...event.delta } }
        if (event.type !== 'content_block_delta') continue
        const { type, text, thinking } = event.delta ?? {}
        if (type === 'text_delta') yield { content: [{ type: 'text', text: text ?? '' }] }
        if (type === 'thinking_delta') yield { content: [{ type: 'thinking', thinking: thinking ?? '' }] }
      }
    }
  },
}

type GooglePart = { text?: string; thought?: boolean }
type GoogleEvent = { candidates?: { content?: { parts?: GooglePart[] } }[] }
type GoogleClient = { generateContentStream(request: unknown, options: object): Promise<{ stream: AsyncIterable<unknown> }> }

/**
 * What gal relies on in @langchain/google-genai 2.3: it asks `client.generateContentStream`, and drops events without content, whose
 * reason of the end is lost with them.
 */
export const googleStandIn: GooglePackage = {
  ChatGoogleGenerativeAI: class extends StandInChat {
    fields
    client: GoogleClient | undefined
    constructor(fields: ConstructorParameters<GooglePackage['ChatGoogleGenerativeAI']>[0]) {
      super()
      this.fields = fields
    }
    async *events(messages: BaseMessage[], signal?: AbortSignal): AsyncGenerator<Chunk> {
      const [system, ...others] = messages
      const request = {
        systemInstruction: { role: 'system', parts: [{ text: system?.text }] },
        contents: others.map((message) => ({ role: message.type === 'ai' ? 'model' : 'user', parts: [{ text: message.text }] })),
        generationConfig: { maxOutputTokens: this.fields.maxOutputTokens, temperature: this.fields.temperature },
      }
      const answer = await this.client?.generateContentStream(request, { signal })
      for await (const { candidates } of (answer?.stream ?? []) as AsyncIterable<GoogleEvent>)
        for (const { text = '', thought } of candidates?.[0]?.content?.parts ?? [])
          yield { content: thought ? [{ type: 'thinking', thinking: text }] : text }
    }
  },
}

type MistralDelta = { content?: string | { type: string; text?: string }[] }

/** What gal relies on in @langchain/mistralai 1.2: it sends a Request through `httpClient`, and drops pieces without content. */
export const mistralStandIn: MistralPackage = {
  ChatMistralAI: class extends StandInChat {
    fields
    constructor(fields: ConstructorParameters<MistralPackage['ChatMistralAI']>[0]) {
      super()
      this.fields = fields
    }
    async *events(messages: BaseMessage[]): AsyncGenerator<Chunk> {
      const { apiKey, serverURL, model, maxTokens, temperature, httpClient } = this.fields
      const http: MistralHttp = httpClient
      const request = new Request(`${serverURL}/v1/chat/completions#stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${apiKey}` },
        body: JSON.stringify({ model, max_tokens: maxTokens, temperature, stream: true, messages: plain(messages) }),
      })
      const response = await wrapped(http.request(request))
      if (!response.headers.get('content-type')?.startsWith('text/event-stream')) throw new Error('Unexpected API response')
      for await (const event of readEvents(response) as AsyncIterable<{ choices?: { delta?: MistralDelta }[] }>) {
        const content = event.choices?.[0]?.delta?.content
        if (content?.length) yield { content: typeof content === 'string' ? content : content.map((one) => ({ ...one })) }
      }
    }
  },
}
