import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openAIDialect } from './dialects/openai.ts'
import { createHosted, type HostedOptions } from './hosted.ts'
import { conformsAsRemoteModel, plantedKey } from './model.conformance.ts'
import { openaiWire } from './stand-in/openai.ts'
import { createRequest } from './stand-in/request.ts'
import { type Behaviour, refusing, type StandIn, sending, startStandIn } from './stand-in/server.ts'

const plain = { name: 'openai:tiny', model: 'tiny', context: 8192, structured: 'schema' } as const

const createOpenAI = (options: HostedOptions) => createHosted(options, openAIDialect)

conformsAsRemoteModel('openai', openaiWire, (url, given) => createOpenAI({ ...plain, baseUrl: `${url}/v1`, apiKey: plantedKey, ...given }))
conformsAsRemoteModel('azure', openaiWire, (url, given) =>
  createOpenAI({ ...plain, baseUrl: `${url}/openai/v1`, apiKey: plantedKey, keyHeader: 'api-key', ...given }),
)

describe('openai', () => {
  const running: StandIn[] = []
  afterEach(async () => {
    for (const standIn of running.splice(0)) await standIn.close()
  })
  const open = async (behaviour: Behaviour, options: Partial<HostedOptions> = {}) => {
    const standIn = await startStandIn(behaviour)
    running.push(standIn)
    return { standIn, model: createOpenAI({ ...plain, baseUrl: `${standIn.url}/v1`, ...options }) }
  }
  const ask = (model: ReturnType<typeof createOpenAI>) => model.generate(createRequest(), new AbortController().signal, () => undefined)
  const good = sending(openaiWire.type, openaiWire.whole('{"command":"dialogue"}'))
  const json = { 'content-type': 'application/json' }
  const saying = (message: string, more = {}) => JSON.stringify({ error: { message, ...more } })

  test('sends roles, schema, limits and the wish for token counts', async () => {
    const { standIn, model } = await open(good, { apiKey: 'sk-secret' })
    await ask(model)
    const request = createRequest()
    expect(standIn.asked[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer sk-secret' },
      body: {
        model: 'tiny',
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0.4,
        max_tokens: 512,
        response_format: { type: 'json_schema', json_schema: { name: 'turn', schema: request.schema } },
        messages: [{ role: 'system' }, { role: 'user' }, { role: 'assistant' }, { role: 'user', content: 'And now?' }],
      },
    })
  })

  test('counts tokens as the server does, and their cost by the price of a million', async () => {
    const { model } = await open(good, { price: { input: 2, output: 10 } })
    const answer = await ask(model)
    expect(answer).toMatchObject({ reply: { usage: { input: 42, output: 1 } } })
    expect('reply' in answer && answer.reply.usage.cost).toBeCloseTo((42 * 2 + 10) / 1e6, 12)
  })

  test('a key in the environment goes to no server that it was not meant for', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-of-another-server')
    const { standIn, model } = await open(good)
    await ask(model)
    vi.unstubAllEnvs()
    expect(JSON.stringify(standIn.asked)).not.toContain('sk-of-another-server')
  })

  test('asks a server for less after its refusal, and remembers that', async () => {
    const picky: Behaviour = (response, asked) => {
      const { response_format: format, temperature, tools } = asked.body as { response_format?: { type: string }; [field: string]: unknown }
      if (temperature !== undefined) return refusing(400, saying("Unsupported value: 'temperature'"), json)(response, asked)
      if (tools) return refusing(400, saying('this model does not support tools'), json)(response, asked)
      if (format) return refusing(400, saying(`response_format ${format.type} is not supported`), json)(response, asked)
      return good(response, asked)
    }
    const { standIn, model } = await open(picky)
    expect(await ask(model)).toHaveProperty('reply')
    expect(standIn.asked).toHaveLength(5)
    expect(await ask(model)).toHaveProperty('reply')
    expect(standIn.asked).toHaveLength(6)
    expect(model.held?.()).toBe('prompted')
  })

  test('a server that takes tools and no schema is given the turn as a tool, and its call is the answer', async () => {
    const turn = '{"command":"dialogue","text":"Shall we begin?"}'
    const { standIn, model } = await open((response, asked) =>
      asked.body.response_format
        ? refusing(400, saying('response_format json_schema is not supported'), json)(response, asked)
        : sending(openaiWire.type, openaiWire.called?.(turn) ?? [])(response, asked),
    )
    expect(model.held?.()).toBe('schema')
    expect(await ask(model)).toMatchObject({ reply: { text: turn, held: 'tool' } })
    expect(model.held?.()).toBe('tool')
    expect(standIn.asked).toHaveLength(2)
    const { $schema: _dialect, ...parameters } = createRequest().schema
    expect(standIn.asked[1]?.body).toMatchObject({
      tools: [{ type: 'function', function: { name: 'turn', parameters } }],
      tool_choice: { type: 'function', function: { name: 'turn' } },
    })
  })

  const base64 = Buffer.from('sk-secret-0123456789').toString('base64')
  test.each([
    ['whole', ['{"text":"sk-secret-0123456789"}'], '{"text":"[redacted]"}'],
    ['in two pieces', ['{"text":"it is sk-sec', 'ret-0123456789"}'], '{"text":"it is [redacted]"}'],
    ['at the very end', ['is it sk-', 'secret-0123456789'], 'is it [redacted]'],
    ['in Base64', [`{"text":"${base64.slice(0, 7)}`, `${base64.slice(7)}"}`], '{"text":"[redacted]"}'],
    ['begun only', ['{"text":"sk-', 'etch"}'], '{"text":"sk-etch"}'],
    ['at the end, begun only', ['what is sk', '-'], 'what is sk-'],
  ])('a key that the server puts into its answer, %s, is neither shown nor part of it', async (_title, pieces, text) => {
    const lines = openaiWire
      .whole('@')
      .flatMap((line) => (line.includes('"@"') ? pieces.map((piece) => line.replace('"@"', JSON.stringify(piece))) : [line]))
    const { model } = await open(sending(openaiWire.type, lines), { apiKey: 'sk-secret-0123456789' })
    const heard: string[] = []
    const answer = await model.generate(createRequest(), new AbortController().signal, (piece) => void heard.push(piece))
    expect(answer).toMatchObject({ reply: { text } })
    expect(heard.join('')).toBe(text)
  })

  test('a key in Base64 is in no complaint either', async () => {
    const { model } = await open(refusing(401, saying(`no such key: ${base64}.`), json), { apiKey: 'sk-secret-0123456789' })
    expect(await ask(model)).toMatchObject({ fault: { message: expect.stringContaining('no such key: [redacted]') } })
  })

  const refusals: [string, Behaviour, object, RegExp][] = [
    ['a wrong key', refusing(401, saying('Incorrect API key provided: sk-secret.'), json), { kind: 'refused' }, /api-key-env/],
    ['an unknown model', refusing(404, saying('The model `tiny` does not exist'), json), { kind: 'refused' }, /name of the model/],
    ['a limit', refusing(429, saying('Slow down'), { ...json, 'retry-after': '7' }), { kind: 'rate-limited', retryAfter: 7 }, /Slow down/],
    ['a used-up quota', refusing(429, saying('No more', { code: 'insufficient_quota' }), json), { kind: 'refused' }, /No more/],
    [
      'too long a prompt',
      refusing(400, saying("This model's maximum context length is 10 tokens"), json),
      { kind: 'limit' },
      /maximum context/,
    ],
    ['a server in trouble', refusing(500, 'Internal\n  Server Error'), { kind: 'unreachable' }, /500: Internal Server Error/],
    [
      'a limit in the middle',
      sending(openaiWire.type, [`data: ${saying('Too many', { code: 429 })}\n\n`]),
      { kind: 'rate-limited' },
      /Too many/,
    ],
    [
      'a filter',
      sending(
        openaiWire.type,
        openaiWire.whole('a b').map((line) => line.replace('"stop"', '"content_filter"')),
      ),
      { kind: 'refused' },
      /filter/,
    ],
  ]
  test.each(refusals)('%s is named, in one line and without the key', async (_title, behaviour, fault, says) => {
    const { model } = await open(behaviour, { apiKey: 'sk-secret' })
    const answer = await ask(model)
    expect(answer).toMatchObject({ fault: { ...fault, message: expect.stringMatching(says) } })
    expect(JSON.stringify(answer)).not.toMatch(/sk-secret|\\n/)
  })

  test('whatever the server sends, the answer is a reply or a fault, and nothing is thrown or printed', async () => {
    const printed = (['log', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method))
    let next = ''
    const fetch = async () => new Response(next, { status: 200 })
    const model = createOpenAI({ ...plain, baseUrl: 'http://127.0.0.1:1/v1', fetch })
    const line = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom(...openaiWire.whole('a b c').map((event) => event.slice('data: '.length))),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line), async (sent) => {
        next = sent.map((data) => `data: ${data}\n\n`).join('')
        const answer = await ask(model)
        return 'fault' in answer ? answer.fault.message !== '' : answer.reply.text !== ''
      }),
      { numRuns: 60 },
    )
    for (const spy of printed) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})
