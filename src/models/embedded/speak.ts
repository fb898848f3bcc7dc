import { createFault } from '../../core/fault.ts'
import { type Call, interrupt } from '../call.ts'
import type { Message, Request } from '../model.ts'
import { createWatchdog, type Timeouts } from '../watchdog.ts'
import { complaintOf, type Engine, type Loaded } from './engine.ts'
import { grammarForLlama } from './grammar-for-llama.ts'
import type { Chat, Grammar, Said } from './llama-package.ts'

export type SpeakOptions = { engine: Engine; where: string; timeouts: Timeouts }

/** Tokens that are read before it is looked whether anybody still waits: less than a second on a slow machine. */
const readAtOnce = 64

const asSaid: Readonly<Record<Message['from'], (text: string) => Said>> = {
  system: (text) => ({ type: 'system', text }),
  lab: (text) => ({ type: 'user', text }),
  role: (text) => ({ type: 'model', response: [text] }),
}

/** What was said, up to the place where the model is to go on. */
const historyOf = ({ messages }: Request): Said[] => [
  ...messages.map(({ from, text }) => asSaid[from](text)),
  { type: 'model', response: [] },
]

const tokensOf = ({ chatWrapper, model }: Chat, chatHistory: readonly Said[]): number[] =>
  chatWrapper.generateContextState({ chatHistory }).contextText.tokenize(model.tokenizer)

/** Reads all but the last token, bit by bit. What this conversation read before is not read again. */
const read = async ({ sequence }: Chat, tokens: readonly number[], signal: AbortSignal, alive: () => void): Promise<void> => {
  await sequence.adaptStateToTokens(tokens.slice(0, -1), false)
  const readOn = async (from: number): Promise<void> => {
    alive()
    if (from >= tokens.length - 1 || signal.aborted) return
    await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(from, Math.min(from + readAtOnce, tokens.length - 1)))
    return readOn(from + readAtOnce)
  }
  return readOn(sequence.nextTokenIndex)
}

const grammarOf = async ({ grammarFor }: Loaded, { schema }: Request): Promise<{ grammar?: Grammar }> =>
  Object.keys(schema).length === 0 ? {} : { grammar: await grammarFor(grammarForLlama(schema)) }

/**
 * Has the model say its turn, and tells the call how it ended and what it counted. Whatever goes wrong becomes the call's trouble.
 * Once the signal is aborted it comes to its end within some tokens, whoever waits for it.
 */
export const speak = async (
  request: Request,
  call: Call,
  { engine, where, timeouts }: SpeakOptions,
  onText: (text: string) => void,
): Promise<void> => {
  const cut = new AbortController()
  const signal = AbortSignal.any([call.signal, cut.signal])
  const { alive } = createWatchdog(timeouts, signal, (message) => cut.abort(interrupt(call, createFault('timeout', `${where} ${message}`))))
  const say = async (loaded: Loaded, chat: Chat): Promise<void> => {
    const { contextSize: context } = chat.sequence
    const history = historyOf(request)
    const tokens = tokensOf(chat, history)
    // One place for an answer at least: the library would else leave out the beginning, in silence.
    const room = context - tokens.length - 1
    if (room < 1)
      throw interrupt(call, createFault('limit', `${where} cannot read a prompt of ${tokens.length} tokens: its context holds ${context}`))
    const grammar = await grammarOf(loaded, request)
    await read(chat, tokens, signal, alive)
    const before = chat.sequence.tokenMeter.usedOutputTokens
    const { metadata } = await chat.generateResponse(history, {
      ...grammar,
      maxTokens: Math.min(request.maxTokens, room),
      temperature: request.temperature,
      // As Ollama chooses its words.
      topK: 40,
      topP: 0.9,
      signal,
      // Thoughts would come before the grammar holds.
      budgets: { thoughtTokens: 0 },
      onTextChunk: (text) => {
        alive()
        onText(text)
      },
    })
    call.told = {
      finish: metadata.stopReason === 'maxTokens' ? 'length' : 'stop',
      input: tokens.length,
      output: chat.sequence.tokenMeter.usedOutputTokens - before,
    }
  }
  try {
    await engine.use(async (loaded) => {
      const seat = await loaded.contexts.take(request.conversation, signal)
      if (!seat) return
      try {
        await say(loaded, seat.context)
      } finally {
        seat.release()
      }
    })
  } catch (error) {
    if (signal.aborted || call.trouble) throw call.trouble ? new Error(call.trouble.message) : error
    throw interrupt(call, createFault('refused', `${where} cannot be run: ${complaintOf(error)}`))
  }
}
