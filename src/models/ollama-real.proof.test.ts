import { beforeAll, describe, expect, test } from 'vitest'
import { chooseOllamaModel } from './auto.ts'
import { createOllama } from './ollama.ts'
import { listOllamaModels, ollamaContext } from './ollama-server.ts'
import { createSlots } from './slots.ts'
import { createRequest } from './stand-in/request.ts'

const baseUrl = process.env.GAL_OLLAMA_URL ?? 'http://127.0.0.1:11435'
const never = new AbortController().signal
const listed = await listOllamaModels(baseUrl, fetch, never)
const name = 'models' in listed ? chooseOllamaModel(listed.models)?.name : undefined

describe.skipIf(name === undefined)(`a real Ollama (GAL_OLLAMA_URL, else ${baseUrl})`, () => {
  const model = createOllama({ model: name ?? '', baseUrl, context: 4096, slots: createSlots(2) })
  const request = createRequest({ maxTokens: 200 })
  /** Counts to a thousand: longer than any test waits. */
  const endless = createRequest({
    maxTokens: 2000,
    schema: { type: 'array', items: { type: 'string', maxLength: 20 }, minItems: 500 },
    messages: [{ from: 'lab', text: 'List five hundred words as a JSON array.' }],
  })

  beforeAll(() => model.generate(request, never, () => undefined), 120_000)

  test('answers in the form of the schema, in pieces, with the server counting the tokens', async () => {
    const pieces: string[] = []
    const answer = await model.generate(request, never, (piece) => void pieces.push(piece))
    if (!('reply' in answer)) throw new Error(answer.fault.message)
    expect(JSON.parse(answer.reply.text)).toMatchObject({ command: 'dialogue', text: expect.any(String) })
    expect(pieces.join('')).toBe(answer.reply.text)
    expect(answer.reply.usage.input).toBeGreaterThan(10)
    expect(answer.reply.usage.output).toBeGreaterThan(3)
  })

  test('an aborted call leaves the other one alone', async () => {
    const stop = new AbortController()
    const aborted = model.generate(endless, stop.signal, () => stop.abort())
    const other = model.generate(request, never, () => undefined)
    expect(await aborted).toMatchObject({ fault: { kind: 'cancelled' } })
    expect(await other).toHaveProperty('reply')
  })

  test('an answer longer than its limit is bad output', async () => {
    expect(await model.generate({ ...endless, maxTokens: 16 }, never, () => undefined)).toMatchObject({ fault: { kind: 'bad-output' } })
  })

  test('a prompt longer than the context is refused and not cut in silence', async () => {
    const messages = [{ from: 'lab' as const, text: 'word '.repeat(6000) }]
    expect(await model.generate({ ...request, messages }, never, () => undefined)).toMatchObject({ fault: { kind: 'limit' } })
  })

  test('a model that it lacks is refused with how to get it', async () => {
    const missing = createOllama({ model: 'no-such-model:1b', baseUrl, context: 4096 })
    expect(await missing.generate(request, never, () => undefined)).toMatchObject({
      fault: { kind: 'refused', message: expect.stringContaining('ollama pull no-such-model:1b') },
    })
  })

  test('says how much a model can hold', async () => {
    const said = await ollamaContext(baseUrl, name ?? '', fetch, never)
    expect('context' in said && said.context).toBeGreaterThanOrEqual(2048)
  })
})
