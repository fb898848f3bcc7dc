/** The part of node-llama-cpp that gal uses. The package is installed by those who want it, so its own types are not at hand. */
export type LlamaPackage = {
  getLlama(options: {
    gpu: 'auto'
    build: 'never'
    skipDownload: true
    maxThreads: number
    logLevel: string
    logger(level: string, message: string): void
  }): Promise<Llama>
  LlamaChat: new (options: { contextSequence: Sequence }) => Chat
  LlamaLogLevel: { error: string }
}

export type Grammar = object
export type Llama = {
  loadModel(options: { modelPath: string }): Promise<Weights>
  createGrammarForJsonSchema(schema: object): Promise<Grammar>
}

/** Bytes that something needs: of the machine's memory and of a graphics card's. */
type Needs = { cpuRam: number; gpuVram: number }

export type Weights = {
  gpuLayers: number
  tokenizer: unknown
  fileInsights: {
    estimateContextResourceRequirements(options: { contextSize: number; modelGpuLayers: number; sequences: number }): Needs
  }
  createContext(options: { contextSize: number; sequences: 1; threads: number }): Promise<LlamaContext>
  dispose(): Promise<void>
}

export type LlamaContext = { getSequence(): Sequence }

type Token = number
export type Sequence = {
  /** Tokens that it can hold. */
  contextSize: number
  /** How many tokens it has read: the place of the next one. */
  nextTokenIndex: number
  tokenMeter: { usedOutputTokens: number }
  adaptStateToTokens(tokens: readonly Token[], allowShift: boolean): Promise<void>
  evaluateWithoutGeneratingNewTokens(tokens: readonly Token[]): Promise<void>
}

export type Said = { type: 'system' | 'user'; text: string } | { type: 'model'; response: string[] }

export type Chat = {
  sequence: Sequence
  model: Pick<Weights, 'tokenizer'>
  chatWrapper: {
    generateContextState(options: { chatHistory: readonly Said[] }): { contextText: { tokenize(tokenizer: unknown): Token[] } }
  }
  generateResponse(
    history: readonly Said[],
    options: {
      grammar?: Grammar
      maxTokens: number
      temperature: number
      topK: number
      topP: number
      signal: AbortSignal
      budgets: { thoughtTokens: number }
      onTextChunk(text: string): void
    },
  ): Promise<{ metadata: { stopReason: string } }>
}
