import { wordsOf } from '../words.ts'
import type { ServerWire } from './wire.ts'

const type = 'application/x-ndjson'
const line = (value: object) => `${JSON.stringify({ model: 'stand-in', created_at: '2026-01-01T00:00:00.000000001Z', ...value })}\n`

/** The lines of Ollama's /api/chat for a text: a word each, without the last one. */
const said = (text: string): string[] => wordsOf(text).map((content) => line({ message: { role: 'assistant', content }, done: false }))

/** Its last line, times in nanoseconds. */
const last = (reason: string | undefined, text: string) =>
  line({
    message: { role: 'assistant', content: '' },
    done: true,
    ...(reason ? { done_reason: reason } : {}),
    total_duration: 90_000_000,
    load_duration: 1_000_000,
    prompt_eval_count: 42,
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
