import { openaiWire } from './openai.ts'
import type { ServerWire } from './wire.ts'

/** Mistral streams as OpenAI does, but its thoughts are parts of the content, and its complaint stands at the top. */
export const mistralWire: ServerWire = {
  ...openaiWire,
  onlyThoughts: (text) =>
    openaiWire
      .whole(text)
      .map((line) =>
        line.replace(/"content":("(?:[^"\\]|\\.)+")/, '"content":[{"type":"thinking","thinking":[{"type":"text","text":$1}]}]'),
      ),
  error: (message) => JSON.stringify({ object: 'error', message, type: 'internal_error', error: { message } }),
}
