import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager'
import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { AIMessageFields } from '@langchain/core/messages'
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs'
import { AIMessage, AIMessageChunk, type BaseMessage } from 'langchain'
import type { Cast } from './cast.ts'
import type { Request } from './model.ts'
import { estimateMessages, estimateTokens } from './tokens.ts'
import { wordsOf } from './words.ts'

/** LangChain's view of a cast and the request that it answers; the words come one by one, as from a language model. */
export class CastChatModel extends BaseChatModel {
  readonly #answer: () => Promise<string>
  readonly #input: number

  constructor(cast: Cast, request: Request) {
    super({})
    this.#answer = async () => cast(request.facts, request)
    this.#input = estimateMessages(request.messages)
  }

  override _llmType(): string {
    return 'cast'
  }

  /** What a provider says at the end of an answer. LangChain's own type lets no usage in, so it is asserted. */
  #closing(content: string, text: string): AIMessageFields {
    const output = estimateTokens(text)
    const fields: object = {
      content,
      response_metadata: { finish_reason: 'stop' },
      usage_metadata: { input_tokens: this.#input, output_tokens: output, total_tokens: this.#input + output },
    }
    return fields as AIMessageFields
  }

  override async _generate(): Promise<ChatResult> {
    const text = await this.#answer()
    return { generations: [{ text, message: new AIMessage(this.#closing(text, text)) }] }
  }

  override async *_streamResponseChunks(
    _messages: BaseMessage[],
    _options: this['ParsedCallOptions'],
    run?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const text = await this.#answer()
    for (const word of wordsOf(text)) {
      yield new ChatGenerationChunk({ text: word, message: new AIMessageChunk(word) })
      await run?.handleLLMNewToken(word)
    }
    yield new ChatGenerationChunk({ text: '', message: new AIMessageChunk(this.#closing('', text)) })
  }
}
