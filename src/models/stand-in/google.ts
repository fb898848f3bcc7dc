import { wordsOf } from '../words.ts'
import type { ServerWire } from './wire.ts'

const event = (value: object) => `data: ${JSON.stringify({ ...value, modelVersion: 'stand-in' })}\r\n\r\n`
const part = (text: string, more = {}) => ({ content: { parts: [{ text, ...more }], role: 'model' }, index: 0 })
const counted = (tokens: number) => ({ promptTokenCount: 42, candidatesTokenCount: tokens, totalTokenCount: 42 + tokens })

/** Each event counts all that came so far. */
const said = (text: string): string[] =>
  wordsOf(text).map((word, place) => event({ candidates: [part(word)], usageMetadata: counted(place + 1) }))
/** The last one has a text as well, which may be empty. */
const end = (reason: string, tokens: number) =>
  event({ candidates: [{ ...part(''), finishReason: reason }], usageMetadata: counted(tokens) })
const ended = (text: string, reason: string) => [...said(text), end(reason, wordsOf(text).length)]
const failed = (code: number, message: string, status: string) => ({ error: { code, message, status } })

/** How Gemini's :streamGenerateContent streams, well and badly. Its errors are JSON over several lines. */
export const googleWire: ServerWire = {
  type: 'text/event-stream',
  said,
  whole: (text) => ended(text, 'STOP'),
  cutOff: (text) => ended(text, 'MAX_TOKENS'),
  withoutReason: said,
  withoutEnd: said,
  broken: (text) => [...said(text), `data: ${JSON.stringify(failed(500, 'An internal error has occurred.', 'INTERNAL'))}\r\n\r\n`],
  // A candidate without content, as it comes when nothing was said.
  empty: () => [event({ candidates: [{ finishReason: 'STOP', index: 0 }], usageMetadata: { promptTokenCount: 42, totalTokenCount: 42 } })],
  onlyThoughts: (text) => [
    ...wordsOf(text).map((word) => event({ candidates: [part(word, { thought: true })] })),
    event({ candidates: [{ finishReason: 'STOP', index: 0 }], usageMetadata: { promptTokenCount: 42, thoughtsTokenCount: 7 } }),
  ],
  called: (args) => [
    event({
      candidates: [{ content: { parts: [{ functionCall: { name: 'turn', args: JSON.parse(args) } }], role: 'model' }, index: 0 }],
      usageMetadata: counted(7),
    }),
    end('STOP', 7),
  ],
  error: (message) => JSON.stringify(failed(500, message, 'INTERNAL'), null, 2),
}
