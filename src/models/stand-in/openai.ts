import { wordsOf } from '../words.ts'
import type { ServerWire } from './wire.ts'

const type = 'text/event-stream'
const frame = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_767_225_600, model: 'stand-in' }
const event = (value: object) => `data: ${JSON.stringify({ ...frame, ...value })}\n\n`
const piece = (delta: object, reason: string | null = null) => event({ choices: [{ index: 0, delta, finish_reason: reason }] })

const said = (text: string): string[] => [piece({ role: 'assistant', content: '' }), ...wordsOf(text).map((content) => piece({ content }))]
const usage = (text: string) =>
  event({ choices: [], usage: { prompt_tokens: 42, completion_tokens: wordsOf(text).length, total_tokens: 42 + wordsOf(text).length } })
const done = 'data: [DONE]\n\n'

/** How an OpenAI-style server streams, well and badly. */
export const openaiWire: ServerWire = {
  type,
  said,
  whole: (text) => [': ping\n\n', ...said(text), piece({}, 'stop'), usage(text), done],
  cutOff: (text) => [...said(text), piece({}, 'length'), done],
  withoutReason: (text) => [...said(text), done],
  withoutEnd: said,
  broken: (text) => [...said(text), event({ error: { message: 'upstream went away', code: 502 } })],
  onlyThoughts: (text) => [...wordsOf(text).map((thought) => piece({ reasoning_content: thought })), piece({}, 'stop'), usage(text), done],
  called: (args) => {
    const call = (more: object) => piece({ tool_calls: [{ index: 0, ...more }] })
    return [
      piece({ role: 'assistant', content: null }),
      call({ id: 'call_123456', type: 'function', function: { name: 'turn', arguments: '' } }),
      ...wordsOf(args).map((word) => call({ function: { arguments: word } })),
      piece({}, 'tool_calls'),
      usage(args),
      done,
    ]
  },
  error: (message) => JSON.stringify({ error: { message, type: 'server_error', param: null, code: null } }),
  empty: () => [...said(''), piece({}, 'stop'), done],
}
