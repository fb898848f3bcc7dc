import type { Chat, Llama, LlamaPackage, Said, Sequence, Weights } from '../embedded/llama-package.ts'
import { wordsOf } from '../words.ts'

/** What happened in a stand-in: contexts that were made, tokens that were read, and weights that are in memory now. */
export type LlamaRecord = { contexts: number; read: number[]; threads: number[]; loaded: number; schemas: object[]; asked: object[] }

export type LlamaStandIn = {
  text?: string
  pauseMs?: number
  /** Ends each answer so. */
  stopReason?: string
  /** Throws what loading would. */
  load?: () => void
  /** Contexts for which there is memory. */
  room?: number
}

/** A token for each word and each part of its frame: what counts here is how many there are, and what they begin with. */
const tokensOf = (history: readonly Said[]): number[] =>
  history
    .flatMap((said) => [said.type, ...('text' in said ? wordsOf(said.text) : said.response.flatMap(wordsOf))])
    .map((word) => [...word].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7))

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Behaves as node-llama-cpp 3.22 does, as far as it is used, with a model that always says the same. */
export const createLlamaStandIn = ({ text = '{}', pauseMs = 0, stopReason = 'eogToken', load, room = 99 }: LlamaStandIn = {}) => {
  const record: LlamaRecord = { contexts: 0, read: [], threads: [], loaded: 0, schemas: [], asked: [] }

  const createSequence = (contextSize: number): Sequence & { tokens: number[] } => ({
    contextSize,
    tokens: [],
    tokenMeter: { usedOutputTokens: 0 },
    get nextTokenIndex() {
      return this.tokens.length
    },
    async adaptStateToTokens(tokens) {
      const differs = this.tokens.findIndex((token, place) => token !== tokens[place])
      if (differs >= 0) this.tokens = this.tokens.slice(0, differs)
    },
    async evaluateWithoutGeneratingNewTokens(tokens) {
      if (pauseMs > 0) await pause(pauseMs)
      this.tokens.push(...tokens)
      record.read.push(tokens.length)
    },
  })

  class LlamaChat implements Chat {
    readonly sequence: Sequence
    readonly model = { tokenizer: undefined }
    readonly chatWrapper = {
      generateContextState: ({ chatHistory }: { chatHistory: readonly Said[] }) => ({
        contextText: { tokenize: () => tokensOf(chatHistory) },
      }),
    }
    constructor({ contextSequence }: { contextSequence: Sequence }) {
      this.sequence = contextSequence
    }
    async generateResponse(history: readonly Said[], { signal, onTextChunk, ...options }: Parameters<Chat['generateResponse']>[1]) {
      record.asked.push({ history, ...options })
      for (const word of wordsOf(text)) {
        await pause(pauseMs)
        signal.throwIfAborted()
        this.sequence.tokenMeter.usedOutputTokens += 1
        onTextChunk(word)
      }
      return { metadata: { stopReason } }
    }
  }

  const weights: Weights = {
    gpuLayers: 0,
    tokenizer: undefined,
    fileInsights: { estimateContextResourceRequirements: ({ contextSize }) => ({ cpuRam: contextSize * 1000, gpuVram: 0 }) },
    async createContext({ contextSize, threads }) {
      if (record.contexts >= room) throw new Error(`A context size of ${contextSize} is too large for the available RAM`)
      record.contexts += 1
      record.threads.push(threads)
      return { getSequence: () => createSequence(contextSize) }
    },
    async dispose() {
      record.loaded -= 1
    },
  }
  const llama: Llama = {
    async loadModel() {
      load?.()
      record.loaded += 1
      return weights
    },
    async createGrammarForJsonSchema(schema) {
      record.schemas.push(schema)
      return {}
    },
  }
  const llamaPackage: LlamaPackage = { getLlama: async () => llama, LlamaChat, LlamaLogLevel: { error: 'error' } }
  return { llamaPackage, record }
}

/**
 * The first bytes of a GGUF file with these entries, texts and whole numbers, as in version 3; then what it says of its tensors, each of
 * so many weights of four bytes. By default one tensor of no weight: the file needs nothing behind it to be whole.
 */
export const ggufOf = (
  entries: Readonly<Record<string, string | number>>,
  tensors: readonly { name: string; weights: number }[] = [{ name: 'w', weights: 0 }],
): Buffer => {
  const u32 = (value: number) => Buffer.from(new Uint32Array([value]).buffer)
  const u64 = (value: number) => Buffer.from(new BigUint64Array([BigInt(value)]).buffer)
  const text = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)])
  const pairs = Object.entries(entries).map(([key, value]) =>
    Buffer.concat([text(key), typeof value === 'string' ? Buffer.concat([u32(8), text(value)]) : Buffer.concat([u32(4), u32(value)])]),
  )
  const placed = tensors.map((tensor, place) => ({
    ...tensor,
    at: tensors.slice(0, place).reduce((bytes, { weights }) => bytes + Math.ceil((4 * weights) / 32) * 32, 0),
  }))
  const infos = placed.map(({ name, weights, at }) => Buffer.concat([text(name), u32(1), u64(weights), u32(0), u64(at)]))
  const start = Buffer.concat([Buffer.from('GGUF'), u32(3), u64(tensors.length), u64(pairs.length), ...pairs, ...infos])
  return Buffer.concat([start, Buffer.alloc((32 - (start.length % 32)) % 32)])
}
