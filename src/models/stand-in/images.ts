import { type Behaviour, refusing } from './server.ts'

/** A PNG of one pixel. */
export const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const json = { 'content-type': 'application/json' }
const saying = (message: string, more = {}) => JSON.stringify({ error: { message, type: 'invalid_request_error', ...more } })

/** Answers with this in the place of an image: `{ b64_json }` or `{ url }`. */
export const drawing = (...data: object[]): Behaviour => refusing(200, JSON.stringify({ created: 1_767_225_600, data }), json)

/** A server for images as OpenAI's is for its GPT models: a key, a path, no `response_format`, and an image as base64 with its counts. */
export const openaiImages =
  (key: string): Behaviour =>
  (response, asked) => {
    if (asked.path !== '/v1/images/generations') return refusing(404, saying('Invalid URL'), json)(response, asked)
    if (asked.headers.authorization !== `Bearer ${key}`)
      return refusing(401, saying(`Incorrect API key provided: ${asked.headers.authorization}.`), json)(response, asked)
    if ('response_format' in asked.body) {
      const told = saying("Unknown parameter: 'response_format'.", { param: 'response_format', code: 'unknown_parameter' })
      return refusing(400, told, json)(response, asked)
    }
    const usage = { input_tokens: 8, output_tokens: 272, total_tokens: 280, input_tokens_details: { text_tokens: 8, image_tokens: 0 } }
    const made = { created: 1_767_225_600, background: 'opaque', output_format: 'png', data: [{ b64_json: pixel }], usage }
    return refusing(200, JSON.stringify(made), json)(response, asked)
  }
