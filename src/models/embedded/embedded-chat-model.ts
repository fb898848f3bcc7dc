import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager'
import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs'
import { AIMessage, AIMessageChunk, type BaseMessage } from 'langchain'

/** Says one answer, piece by piece, and resolves at its end. */
export type Say = (onText: (text: string) => void) => Promise<void>

/**
 * The pieces of an answer as they come. Speaking does not wait for whoever listens, and goes on to its own end when nobody does: what
 * it holds is given back there.
 */
const heard = (say: Say): ReadableStream<string> => {
  let open = true
  return new ReadableStream({
    start(out) {
      const close = (end: () => void) => {
        if (open) end()
        open = false
      }
      void say((text) => void (open && out.enqueue(text))).then(
        () => close(() => out.close()),
        (error: unknown) => close(() => out.error(error)),
      )
    },
    cancel() {
      open = false
    },
  })
}

/** LangChain's view of a model that runs in this process, for one answer. How it ended is told beside it, in the call. */
export class EmbeddedChatModel extends BaseChatModel {
  readonly #say: Say

  constructor(say: Say) {
    super({})
    this.#say = say
  }

  override _llmType(): string {
    return 'embedded'
  }

  override async _generate(): Promise<ChatResult> {
    const pieces: string[] = []
    await this.#say((piece) => void pieces.push(piece))
    const text = pieces.join('')
    return { generations: [{ text, message: new AIMessage(text) }] }
  }

  override async *_streamResponseChunks(
    _messages: BaseMessage[],
    _options: this['ParsedCallOptions'],
    run?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    for await (const text of heard(this.#say)) {
      yield new ChatGenerationChunk({ text, message: new AIMessageChunk(text) })
      await run?.handleLLMNewToken(text)
    }
    yield new ChatGenerationChunk({ text: '', message: new AIMessageChunk('') })
  }
}
