import { describe, expect, test } from 'vitest'
import { conformsAsModel } from '../model.conformance.ts'
import { createSlots } from '../slots.ts'
import { createLlamaStandIn, type LlamaStandIn } from '../stand-in/llama-package.ts'
import { createRequest } from '../stand-in/request.ts'
import { patient } from '../watchdog.ts'
import { createEmbedded } from './create-embedded.ts'
import { createEngine } from './engine.ts'

const answer = '{"command":"dialogue","text":"Shall we begin?"}'
const never = new AbortController().signal

const open = (standIn: LlamaStandIn, { context = 4096, contexts = 2, freeBytes = 1e12, keepMs = 60_000, timeouts = patient } = {}) => {
  const { llamaPackage, record } = createLlamaStandIn(standIn)
  const engine = createEngine({
    package: llamaPackage,
    path: '/tiny.gguf',
    context,
    contexts,
    threads: () => 1,
    freeBytes: () => freeBytes,
    keepMs,
  })
  const model = createEmbedded({ name: 'llama:tiny.gguf', engine, context, slots: createSlots(2), timeouts })
  const ask = (more = {}, signal = never) => model.generate(createRequest(more), signal, () => undefined)
  return { model, record, ask }
}

conformsAsModel(
  'a GGUF file through a stand-in for node-llama-cpp',
  async (text, pace) => open({ text, pauseMs: pace === 'slow' ? 40 : 0 }).model,
)

describe('a model in this process', () => {
  test('is given what was said in order, and the turn to go on with, under the grammar of its schema', async () => {
    const { ask, record } = open({ text: answer })
    await ask()
    expect(record.asked[0]).toMatchObject({
      history: [
        { type: 'system', text: 'You are a postdoc.' },
        { type: 'user' },
        { type: 'model', response: ['{"command":"dialogue","text":"One thing."}'] },
        { type: 'user', text: 'And now?' },
        { type: 'model', response: [] },
      ],
      maxTokens: 512,
      temperature: 0.4,
    })
    expect(record.schemas).toHaveLength(1)
    await ask({ schema: {} })
    expect(record.schemas).toHaveLength(1)
  })

  test('reads of a conversation only what is new, and another role does not make it forget', async () => {
    const { ask, record } = open({ text: answer })
    const long = { from: 'lab' as const, text: 'word '.repeat(60) }
    const later = { from: 'lab' as const, text: 'and one more thing' }
    await ask({ messages: [long] })
    await ask({ role: 'professor' })
    const before = record.read.length
    await ask({ messages: [long, later] })
    expect(record.contexts).toBe(2)
    expect(record.read.slice(before).reduce((sum, count) => sum + count, 0)).toBeLessThan(10)
  })

  test('counts all tokens of the prompt, also those that it had read before', async () => {
    const { ask } = open({ text: answer })
    const first = await ask()
    expect(await ask()).toEqual(first)
    expect(first).toMatchObject({ reply: { usage: { input: expect.any(Number), output: 3, cost: 0 } } })
  })

  test('refuses a prompt that its context cannot hold, and never cuts it', async () => {
    const { ask, record } = open({ text: answer }, { context: 300 })
    const messages = [{ from: 'lab' as const, text: Array.from({ length: 64 }, (_, place) => `word${place}`).join(' ') }]
    const tight = await ask({ messages })
    expect(tight).toHaveProperty('reply')
    expect(record.asked[0]).toMatchObject({ maxTokens: 300 - 66 - 1 })
    const many = Array.from({ length: 8 }, () => messages[0] ?? { from: 'lab' as const, text: '' })
    expect(await ask({ messages: many })).toMatchObject({ fault: { kind: 'limit', message: expect.stringContaining('context holds 300') } })
    expect(record.asked).toHaveLength(1)
  })

  test('an answer that was cut off by its limit, or is empty, is bad output', async () => {
    expect(await open({ text: answer, stopReason: 'maxTokens' }).ask()).toMatchObject({
      fault: { kind: 'bad-output', message: expect.stringContaining('max-tokens') },
    })
    expect(await open({ text: '' }).ask()).toMatchObject({ fault: { kind: 'bad-output', message: expect.stringContaining('empty') } })
  })

  test('aborted while it reads, it stops reading, and the next request is not kept waiting', async () => {
    const { ask, record } = open({ text: answer, pauseMs: 30 }, { contexts: 1 })
    const stop = new AbortController()
    const words = Array.from({ length: 64 }, (_, place) => `word${place}`).join(' ')
    const reading = ask({ messages: Array.from({ length: 40 }, () => ({ from: 'lab' as const, text: words })) }, stop.signal)
    setTimeout(() => stop.abort(), 100)
    expect(await reading).toMatchObject({ fault: { kind: 'cancelled' } })
    expect(await ask()).toHaveProperty('reply')
    expect(record.read.filter((count) => count === 64).length).toBeLessThan(10)
  })

  test('one that says nothing in time is a timeout', async () => {
    const { ask } = open({ text: answer, pauseMs: 200 }, { timeouts: { firstMs: 5000, idleMs: 50, totalMs: 60_000 } })
    expect(await ask()).toMatchObject({ fault: { kind: 'timeout', message: expect.stringContaining('llama:tiny.gguf fell silent') } })
  })

  test('what cannot be loaded is a fault with what the library says, and is tried afresh the next time', async () => {
    let tries = 0
    const load = () => {
      tries += 1
      if (tries === 1) throw new Error('Failed to load model')
    }
    const { ask } = open({ text: answer, load })
    expect(await ask()).toMatchObject({ fault: { kind: 'refused', message: expect.stringContaining('Failed to load model') } })
    expect(await ask()).toHaveProperty('reply')
  })

  test('no memory for a context is a fault; memory for one serves all conversations', async () => {
    expect(await open({ text: answer, room: 0 }).ask()).toMatchObject({
      fault: { kind: 'refused', message: expect.stringContaining('available RAM') },
    })
    const { ask, record } = open({ text: answer }, { freeBytes: 10_000_000 })
    for (const role of ['postdoc', 'professor', 'reviewer']) expect(await ask({ role })).toHaveProperty('reply')
    expect(record.contexts).toBe(1)
  })

  test('lets the weights go when nobody has asked for a while, and loads them again', async () => {
    const { ask, record } = open({ text: answer }, { keepMs: 30 })
    await ask()
    expect(record.loaded).toBe(1)
    await expect.poll(() => record.loaded, { timeout: 5000 }).toBe(0)
    expect(await ask()).toHaveProperty('reply')
  })
})
