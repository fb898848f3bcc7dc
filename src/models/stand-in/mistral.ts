import { openaiWire } from './openai.ts'
import type { ServerWire } from './wire.ts'

/** Mistral streams as OpenAI does, but its thoughts are parts of the content, and its complaint stands at the top. */
export const mistralWire: ServerWire = {
  ...openaiWire,
  // A call comes whole.
  called: (args) =>
    openaiWire
      .whole('')
      .flatMap((line) =>
        line.includes('"stop"')
          ? [
              line
                .replace(
                  '"delta":{}',
                  `"delta":{"content":"","tool_calls":[{"id":"call_1","index":0,"function":${JSON.stringify({ name: 'turn', arguments: args })}}]}`,
                )
                .replace('"stop"', '"tool_calls"'),
            ]
          : [line],
      ),
  onlyThoughts: (text) =>
    openaiWire
      .whole(text)
      .map((line) =>
        line.replace(/"content":("(?:[^"\\]|\\.)+")/, '"content":[{"type":"thinking","thinking":[{"type":"text","text":$1}]}]'),
      ),
  error: (message) => JSON.stringify({ object: 'error', message, type: 'internal_error', error: { message } }),
}
