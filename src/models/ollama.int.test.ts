import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { conformsAsRemoteModel } from './model.conformance.ts'
import { contextFor, createOllama, type OllamaOptions } from './ollama.ts'
import { listOllamaModels, ollamaContext } from './ollama-server.ts'
import { ollamaShown } from './ollama-shown.ts'
import { createSlots } from './slots.ts'
import { ollamaAnswering, ollamaWire } from './stand-in/ollama.ts'
import { createRequest } from './stand-in/request.ts'
import { type Behaviour, refusing, type StandIn, startStandIn } from './stand-in/server.ts'
import { estimateMessages } from './tokens.ts'

conformsAsRemoteModel('ollama', ollamaWire, (baseUrl, given) =>
  createOllama({ model: 'tiny', baseUrl, context: 8192, slots: createSlots(2), ...given }),
)

describe('ollama', () => {
  const running: StandIn[] = []
  afterEach(async () => {
    for (const standIn of running.splice(0)) await standIn.close()
  })
  const open = async (behaviour: Behaviour, options: Partial<OllamaOptions> = {}) => {
    const standIn = await startStandIn(behaviour)
    running.push(standIn)
    return { standIn, model: createOllama({ model: 'tiny', baseUrl: standIn.url, context: 8192, ...options }) }
  }
  const send = async (url: string, chat: object) => {
    const response = await fetch(`${url}/api/chat`, { method: 'POST', body: JSON.stringify(chat) })
    const lines = (await response.text()).trim().split('\n')
    return { status: response.status, body: lines.map((line) => JSON.parse(line) as object) }
  }
  const ask = (model: ReturnType<typeof createOllama>, changes = {}) =>
    model.generate(createRequest(changes), new AbortController().signal, () => undefined)
  const good = ollamaAnswering('{"command":"dialogue"}')

  test('sends roles, schema, limits and the settings that keep the server from cutting the prompt in silence', async () => {
    const { standIn, model } = await open(good)
    await ask(model)
    const request = createRequest()
    expect(standIn.asked[0]).toMatchObject({
      path: '/api/chat',
      body: {
        model: 'tiny',
        stream: true,
        truncate: false,
        shift: false,
        think: false,
        keep_alive: '10m',
        format: request.schema,
        options: { num_ctx: 2048, num_predict: 512, temperature: 0.4 },
        messages: [
          { role: 'system', content: 'You are a postdoc.' },
          { role: 'user', content: 'Say what you think.' },
          { role: 'assistant', content: '{"command":"dialogue","text":"One thing."}' },
          { role: 'user', content: 'And now?' },
        ],
      },
    })
  })

  test("takes the server's own token counts", async () => {
    const { model } = await open(good)
    const { messages } = createRequest()
    expect(await ask(model)).toMatchObject({ reply: { usage: { input: estimateMessages(messages), output: 1, cost: 0 } } })
    const longer = [...messages, { from: 'lab' as const, text: 'x'.repeat(400) }]
    expect(await ask(model, { messages: longer })).toMatchObject({ reply: { usage: { input: estimateMessages(messages) + 104 } } })
  })

  test('a prompt that does not fit is refused as too long, and never cut in silence', async () => {
    const { standIn, model } = await open(good, { context: 2048 })
    const messages = [{ from: 'lab' as const, text: 'x'.repeat(4 * 2048) }]
    expect(await ask(model, { messages })).toMatchObject({
      fault: { kind: 'limit', message: expect.stringContaining('the input length exceeds the context length') },
    })
    const [asked] = standIn.asked
    // The same server cuts it, and counts what is left, for whoever does not ask it to refuse.
    const { body } = await send(standIn.url, { ...asked?.body, truncate: true })
    expect(body.at(-1)).toMatchObject({ done: true, prompt_eval_count: 2048 })
    expect((await send(standIn.url, { ...asked?.body })).status).toBe(400)
  })

  test('its context grows with the requests and never shrinks, so that the server need not load the model anew', async () => {
    const { standIn, model } = await open(good)
    const long = [{ from: 'lab', text: 'word '.repeat(3000) }]
    for (const messages of [createRequest().messages, long, createRequest().messages]) await ask(model, { messages })
    expect(standIn.asked.map(({ body }) => (body.options as { num_ctx: number }).num_ctx)).toEqual([2048, 8192, 8192])
  })

  test('asks a server one thing at a time unless told otherwise', async () => {
    let now = 0
    let most = 0
    const counting: Behaviour = async (response, asked) => {
      most = Math.max(most, ++now)
      response.on('close', () => now--)
      await ollamaAnswering('{"a":1} b c', { pauseMs: 10 })(response, asked)
    }
    const { model } = await open(counting)
    const answers = await Promise.all([ask(model), ask(model), ask(model)])
    expect(answers.every((answer) => 'reply' in answer)).toBe(true)
    expect(most).toBe(1)
  })

  const json = { 'content-type': 'application/json; charset=utf-8' }
  const refusals: [string, Behaviour, string, RegExp][] = [
    ['an unknown model', refusing(404, '{"error":"model \'tiny\' not found"}', json), 'refused', /ollama pull tiny/],
    ['another server', refusing(404, '404 page not found'), 'refused', /is this an Ollama server/],
    ['a foreign Host', refusing(403), 'refused', /Host or Origin.*OLLAMA_ORIGINS/],
    ['a busy server', refusing(503, '{"error":"server busy, please try again."}', json), 'rate-limited', /server busy/],
    ['too long a prompt', refusing(400, '{"error":"the input length exceeds the context length"}', json), 'limit', /context length/],
    ['a model that cannot think', refusing(400, '{"error":"\\"tiny\\" does not support thinking"}', json), 'refused', /support thinking/],
    [
      'a runner that does not start',
      refusing(500, '{"error":"model requires more system memory"}', json),
      'unreachable',
      /more system memory/,
    ],
  ]
  test.each(refusals)('%s is named, in one line', async (_title, behaviour, kind, says) => {
    const { model } = await open(behaviour)
    const answer = await ask(model)
    expect(answer).toMatchObject({ fault: { kind, message: expect.stringMatching(says) } })
    expect('fault' in answer && answer.fault.message).not.toMatch(/\n/)
  })

  test('whatever the server sends, the answer is a reply or a fault, and nothing is thrown or printed', async () => {
    const printed = (['log', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method))
    let next = ''
    const fetch = async () => new Response(next, { status: 200 })
    const model = createOllama({ model: 'tiny', baseUrl: 'http://127.0.0.1:1', context: 8192, fetch })
    const lines = fc.array(fc.oneof(fc.json(), fc.string(), fc.constantFrom(...ollamaWire.whole('a b c'), ...ollamaWire.broken('a'))))
    await fc.assert(
      fc.asyncProperty(lines, async (sent) => {
        next = sent.join('\n')
        const answer = await ask(model)
        return 'fault' in answer ? answer.fault.message !== '' : answer.reply.text !== ''
      }),
      { numRuns: 60 },
    )
    for (const spy of printed) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})

test('what a server has and what it says of a model are asked of that server alone, through no redirect', async () => {
  const other = await startStandIn(refusing(200, '{"models":[],"model_info":{"llama.context_length":4096}}'))
  const named = await startStandIn((response, asked) => refusing(307, '', { location: `${other.url}${asked.path}` })(response, asked))
  const { signal } = new AbortController()
  const fault = { kind: 'refused', message: expect.stringContaining(`a redirect to ${new URL(other.url).host}`) }
  expect(await listOllamaModels(named.url, fetch, signal)).toMatchObject({ fault })
  expect(await ollamaContext(named.url, 'tiny', fetch, signal)).toMatchObject({ fault })
  expect(await ollamaShown(named.url, 'tiny', fetch, signal)).toEqual({ name: 'tiny' })
  await Promise.all([other.close(), named.close()])
  expect(named.asked).toHaveLength(3)
  expect(other.asked).toEqual([])
})

test('the context asked for is the power of two that holds prompt and answer, within what the model can hold', () => {
  const messages = [{ from: 'lab', text: 'x'.repeat(3000) } as const]
  expect(contextFor({ messages, maxTokens: 500 }, 8192)).toBe(2048)
  expect(contextFor({ messages, maxTokens: 1500 }, 8192)).toBe(4096)
  expect(contextFor({ messages, maxTokens: 9000 }, 8192)).toBe(8192)
})
