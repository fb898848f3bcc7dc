import { estimateTokens } from '../tokens.ts'
import { wordsOf } from '../words.ts'
import { type Behaviour, refusing, sending } from './server.ts'
import type { ServerWire } from './wire.ts'

const type = 'application/x-ndjson'
const line = (value: object) => `${JSON.stringify({ model: 'stand-in', created_at: '2026-01-01T00:00:00.000000001Z', ...value })}\n`

/** The lines of Ollama's /api/chat for a text: a word each, without the last one. */
const said = (text: string): string[] => wordsOf(text).map((content) => line({ message: { role: 'assistant', content }, done: false }))

/** Its last line, times in nanoseconds. */
const last = (reason: string | undefined, text: string, promptTokens = 42) =>
  line({
    message: { role: 'assistant', content: '' },
    done: true,
    ...(reason ? { done_reason: reason } : {}),
    total_duration: 90_000_000,
    load_duration: 1_000_000,
    prompt_eval_count: promptTokens,
    prompt_eval_duration: 40_000_000,
    eval_count: wordsOf(text).length,
    eval_duration: 49_000_000,
  })

/** How Ollama streams, well and badly. */
export const ollamaWire: ServerWire = {
  type,
  said,
  whole: (text) => [...said(text), last('stop', text)],
  cutOff: (text) => [...said(text), last('length', text)],
  withoutReason: (text) => [...said(text), last(undefined, text)],
  withoutEnd: said,
  broken: (text: string) => [
    ...said(text),
    `${JSON.stringify({ error: 'an error was encountered while running the model: unexpected EOF' })}\n`,
  ],
  onlyThoughts: (text) => [
    ...wordsOf(text).map((thinking) => line({ message: { role: 'assistant', content: '', thinking }, done: false })),
    last('stop', text),
  ],
  error: (message) => JSON.stringify({ error: message }),
  empty: () => [last('stop', '')],
}

type Chat = { messages?: readonly { content?: string }[]; options?: { num_ctx?: number }; truncate?: boolean }

/** As many as the lab itself takes them to be: a token for four characters, and four around each message. */
const tokensOf = ({ messages = [] }: Chat): number => messages.reduce((sum, { content = '' }) => sum + estimateTokens(content) + 4, 0)

/** What a server takes that is not told how much to hold. */
const usualContext = 4096

/**
 * Answers a chat with this text and counts its prompt, as Ollama does: one that is longer than `num_ctx` is refused where `truncate`
 * is false, and else cut in silence, with the count of what was left.
 */
export const ollamaAnswering =
  (text: string, pace: { pauseMs?: number } = {}): Behaviour =>
  (response, asked) => {
    const chat = asked.body as Chat
    const { num_ctx: room = usualContext } = chat.options ?? {}
    const tokens = tokensOf(chat)
    if (tokens > room && chat.truncate === false) {
      const complaint = ollamaWire.error('the input length exceeds the context length')
      return refusing(400, complaint, { 'content-type': 'application/json; charset=utf-8' })(response, asked)
    }
    const pieces = [...said(text), last('stop', text, Math.min(tokens, room))]
    return sending(type, pieces, pace)(response, asked)
  }
