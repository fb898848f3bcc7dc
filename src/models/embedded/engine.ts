import { type Contexts, createContexts } from './contexts.ts'
import type { Chat, Grammar, Llama, LlamaPackage, Weights } from './llama-package.ts'

export type EngineOptions = {
  package: LlamaPackage
  path: string
  /** Tokens of each conversation's context. */
  context: number
  /** Most conversations whose reading is kept, as far as there is memory for them. */
  contexts: number
  /** Threads for a context that is made now. */
  threads(): number
  /** Bytes of memory that could be had now. */
  freeBytes(): number
  /** Milliseconds after the last request after which the weights are let go. */
  keepMs: number
}

/** Weights in memory, and what is spoken through. */
export type Loaded = { contexts: Contexts<Chat>; grammarFor(schema: object): Promise<Grammar> }

export type Engine = {
  /** Loads the weights if they are not in memory, and keeps them there until `work` is done. */
  use<Result>(work: (loaded: Loaded) => Promise<Result>): Promise<Result>
}

/** Of the free memory, what contexts may take: programs of the lab need some too. */
const share = 0.5

const placesFor = ({ context, contexts, freeBytes }: EngineOptions, weights: Weights): number => {
  const { cpuRam } = weights.fileInsights.estimateContextResourceRequirements({
    contextSize: context,
    modelGpuLayers: weights.gpuLayers,
    sequences: 1,
  })
  return Math.max(1, Math.min(contexts, Math.floor((freeBytes() * share) / Math.max(1, cpuRam))))
}

const started = new WeakMap<LlamaPackage, Promise<Llama>>()
/** What llama.cpp itself said was wrong, the last of it: the package's own errors are shorter. */
const complaints: string[] = []

/** The library is started once in a process; `build: never` because gal compiles nothing. */
const start = (from: LlamaPackage): Promise<Llama> => {
  const llama =
    started.get(from) ??
    from.getLlama({
      gpu: 'auto',
      build: 'never',
      skipDownload: true,
      // Of no number: each context says its own.
      maxThreads: 0,
      logLevel: from.LlamaLogLevel.error,
      logger: (_level, message) => complaints.splice(0, complaints.length, ...complaints.slice(-4), message.trim()),
    })
  started.set(from, llama)
  return llama
}

const load = async (options: EngineOptions): Promise<Loaded & { weights: Weights }> => {
  const llama = await start(options.package)
  complaints.length = 0
  const weights = await llama.loadModel({ modelPath: options.path })
  const create = async (): Promise<Chat> => {
    const context = await weights.createContext({ contextSize: options.context, sequences: 1, threads: options.threads() })
    return new options.package.LlamaChat({ contextSequence: context.getSequence() })
  }
  const contexts = createContexts(placesFor(options, weights), create)
  return { weights, contexts, grammarFor: (schema) => llama.createGrammarForJsonSchema(schema) }
}

/** What went wrong in the library, in one line, with what llama.cpp said of it. */
export const complaintOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  const said = complaints.findLast((line) => !message.includes(line) && /[a-z]/i.test(line))
  return [message, said]
    .filter((part) => part !== undefined)
    .join(': ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300)
}

/** A GGUF file that is loaded when it is first used, and let go when it has not been used for a while. */
export const createEngine = (options: EngineOptions): Engine => {
  let [users, loading]: [number, ReturnType<typeof load> | undefined] = [0, undefined]
  let timer: NodeJS.Timeout | undefined

  const letGo = () => {
    const going = loading
    loading = undefined
    void going?.then(({ weights }) => weights.dispose())
  }
  return {
    async use(work) {
      users += 1
      clearTimeout(timer)
      const mine = loading ?? load(options)
      loading = mine
      // What could not be loaded is tried afresh the next time: memory may be free by then.
      mine.catch(() => {
        if (loading === mine) loading = undefined
      })
      try {
        return await work(await mine)
      } finally {
        users -= 1
        if (users === 0) timer = setTimeout(letGo, options.keepMs).unref()
      }
    },
  }
}
