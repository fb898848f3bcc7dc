import { wordsOf } from '../words.ts'
import type { ServerWire } from './wire.ts'

const event = (value: { type: string; [key: string]: unknown }) => `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`

const start = event({
  type: 'message_start',
  message: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'stand-in',
    content: [],
    stop_reason: null,
    usage: { input_tokens: 40, cache_read_input_tokens: 2, output_tokens: 1 },
  },
})
const opening = (block: object) => event({ type: 'content_block_start', index: 0, content_block: block })
const delta = (part: object) => event({ type: 'content_block_delta', index: 0, delta: part })
const closing = event({ type: 'content_block_stop', index: 0 })
const end = (reason: string | null, tokens: number) =>
  event({ type: 'message_delta', delta: { stop_reason: reason, stop_sequence: null }, usage: { output_tokens: tokens } })
const stop = event({ type: 'message_stop' })

const said = (text: string): string[] => [
  start,
  opening({ type: 'text', text: '' }),
  event({ type: 'ping' }),
  ...wordsOf(text).map((word) => delta({ type: 'text_delta', text: word })),
]
const ended = (text: string, reason: string | null) => [...said(text), closing, end(reason, wordsOf(text).length), stop]
const error = (message: string) => JSON.stringify({ type: 'error', error: { type: 'api_error', message } })

/** How Anthropic's /v1/messages streams, well and badly. */
export const anthropicWire: ServerWire = {
  type: 'text/event-stream; charset=utf-8',
  said,
  whole: (text) => ended(text, 'end_turn'),
  cutOff: (text) => ended(text, 'max_tokens'),
  withoutReason: (text) => ended(text, null),
  withoutEnd: said,
  broken: (text) => [...said(text), `event: error\ndata: ${error('Internal server error')}\n\n`],
  empty: () => [start, opening({ type: 'text', text: '' }), closing, end('end_turn', 0), stop],
  onlyThoughts: (text) => [
    start,
    opening({ type: 'thinking', thinking: '', signature: '' }),
    ...wordsOf(text).map((word) => delta({ type: 'thinking_delta', thinking: word })),
    delta({ type: 'signature_delta', signature: 'c2ln' }),
    closing,
    end('end_turn', wordsOf(text).length),
    stop,
  ],
  called: (args) => [
    start,
    opening({ type: 'tool_use', id: 'toolu_1', name: 'turn', input: {} }),
    ...wordsOf(args).map((word) => delta({ type: 'input_json_delta', partial_json: word })),
    closing,
    end('tool_use', wordsOf(args).length),
    stop,
  ],
  error,
}
