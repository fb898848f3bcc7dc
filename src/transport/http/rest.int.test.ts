import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { summaryOf } from '../testing/stand-in-control.ts'
import { type Asked, ask, json } from './testing/ask.ts'
import { type RestLab, startRestLab } from './testing/rest-lab.ts'

let lab: RestLab
let expectedDefects = 0
beforeEach(async () => {
  expectedDefects = 0
  lab = await startRestLab()
})
afterEach(async () => {
  await lab.close()
  expect(lab.defects).toHaveLength(expectedDefects)
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answered = await ask(lab.port, path, { headers })
  return { ...answered, value: answered.headers['content-type']?.includes('json') ? JSON.parse(answered.body) : answered.body }
}
const send = async (path: string, asked: Asked) => {
  const answered = await ask(lab.port, path, asked)
  return { ...answered, value: JSON.parse(answered.body) }
}

describe('the log of a run', () => {
  test('comes in pages, each of which says where the next begins', async () => {
    const seqs: number[] = []
    let after: number | null = 0
    while (after !== null) {
      const { value } = await get(`/v1/runs/latest/events?after=${after}&limit=5`)
      seqs.push(...value.events.map(({ seq }: { seq: number }) => seq))
      expect(value.head).toBe(12)
      after = value.next
    }
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, place) => place + 1))
  })

  test('is cut where asked, and an entry is to be had whole', async () => {
    const long = 'é'.repeat(30_000)
    lab.log.input('r', { type: 'note-add', by: 'test', text: long })
    lab.log.input('r', { type: 'note-add', by: 'test', text: 'x'.repeat(100) })
    const { value: cut } = await get('/v1/runs/r/events?after=12&cut=64')
    expect(cut.events).toMatchObject([
      { cut: true, event: { type: 'note-add', text: { blob: expect.any(String), chars: 30_000, head: 'é'.repeat(64) } } },
      { cut: true, event: { text: { chars: 100, head: 'x'.repeat(64) } } },
    ])
    const { value: whole } = await get('/v1/runs/r/events/13')
    expect(whole).toMatchObject({ run: 'r', seq: 13, event: { type: 'note-add', by: 'test', text: long } })
    expect((await get('/v1/runs/r/events?after=11&limit=1&cut=64')).value.events[0]).not.toHaveProperty('cut')
  })

  test('gives a long text by its hash, as text', async () => {
    lab.log.input('r', { type: 'note-add', by: 'test', text: '<b>'.repeat(10_000) })
    const { value } = await get('/v1/runs/r/events?after=12')
    const { status, headers, body } = await get(`/v1/runs/r/blobs/${value.events[0].event.text.blob}`)
    expect([status, headers['content-type'], body.length]).toEqual([200, 'text/plain; charset=utf-8', 30_000])
    expect((await get(`/v1/runs/r/blobs/${'a'.repeat(64)}`)).value).toMatchObject({ status: 404, code: 'unknown-entry' })
  })

  test.each([
    ['/v1/runs/nowhere/events', 404, 'unknown-run'],
    ['/v1/runs/r/events?after=13', 404, 'bad-after'],
    ['/v1/runs/r/state?at=13', 404, 'bad-after'],
    ['/v1/runs/r/events/13', 404, 'unknown-entry'],
    ['/v1/runs/r/events/0', 400, 'bad-request'],
    ['/v1/runs/r/events?after=-1', 400, 'bad-request'],
    ['/v1/runs/r/events?limit=0', 400, 'bad-request'],
    ['/v1/runs/r/events?limit=1e3', 400, 'bad-request'],
    ['/v1/runs/r/events?cut=1', 400, 'bad-request'],
    ['/v1/runs/r/blobs/..%2f..%2fetc', 400, 'bad-request'],
    ['/v1/runs/%zz?token=secret', 400, 'bad-request'],
    [`/v1/runs/${'r'.repeat(300)}`, 400, 'bad-request'],
  ])('%s is a problem %i %s', async (path, status, code) => {
    const { value, headers, body } = await get(path)
    expect(headers['content-type']).toMatch('application/problem+json')
    expect(value).toMatchObject({ type: `urn:gal:problem:${code}`, title: expect.any(String), status, code, detail: expect.any(String) })
    expect(body).not.toContain('secret')
  })
})

test('the state of a run is what it was at an entry, or what it is', async () => {
  expect((await get('/v1/runs/r/state')).value).toMatchObject({ run: 'r', seq: 12 })
  expect((await get('/v1/runs/r/state?at=3')).value.seq).toBe(3)
})

describe('the files of a run', () => {
  const file = (name: string, query = '') => `/v1/runs/r/artifacts/${name}${query}`

  test.each([
    ['report/report.md', 'text/markdown; charset=utf-8', "default-src 'none'"],
    ['report/figures/%C3%A9%20a.svg', 'image/svg+xml', "style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; sandbox"],
    ['report/page.html', 'text/html; charset=utf-8', "style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; sandbox"],
    ['report/src/main.mjs', 'text/plain; charset=utf-8', 'sandbox'],
    ['data.unheard', 'application/octet-stream', 'sandbox'],
  ])('%s comes as %s and may run nothing', async (name, type, policy) => {
    const { status, headers } = await get(file(name))
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([200, type, 'nosniff'])
    expect(headers['content-security-policy']).toContain(policy)
    expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe-eval|allow-scripts/)
  })

  test('are not sent again to who has them, and are kept as files when asked', async () => {
    const { headers } = await get(file('report/report.md'))
    const { etag = '' } = headers
    expect((await get(file('report/report.md'), { 'if-none-match': `"x", W/${etag}` })).status).toBe(304)
    expect((await get(file('report/report.md'), { 'if-none-match': '"x"' })).status).toBe(200)
    const kept = await get(file('report/figures/%C3%A9%20a.svg', '?download=1'))
    expect(kept.headers['content-disposition']).toBe("attachment; filename*=UTF-8''%C3%A9%20a.svg")
    const head = await ask(lab.port, file('report/report.md'), { method: 'HEAD' })
    expect([head.status, head.headers.etag, head.body]).toEqual([200, etag, ''])
  })

  test.each(['none.md', '../gal.sqlite', '..%2f..%2fgal.sqlite', '%2fetc%2fpasswd', 'report', 'report%00.md', 'report/'])(
    'are found by their names alone: %s is none',
    async (name) => {
      expect((await get(file(name))).value).toMatchObject({ status: 404, code: 'unknown-entry' })
    },
  )
})

describe('a start', () => {
  const topic = 'Does it?'

  test('is 201 with the place of the run, and 200 when its key had begun it', async () => {
    const first = await send('/v1/runs', json({ topic, config: { seed: 2 } }))
    expect([first.status, first.value, first.headers.location]).toEqual([201, { run: 'r', begun: true }, '/v1/runs/r'])
    const { headers, ...rest } = json({ topic })
    const again = await send('/v1/runs', { ...rest, headers: { ...headers, 'idempotency-key': 'known' } })
    expect([again.status, again.value]).toEqual([200, { run: 'r', begun: false }])
    expect(lab.asked).toEqual([
      ['start', { topic, by: 'http', config: { seed: 2 } }],
      ['start', { topic, by: 'http', key: 'known' }],
    ])
  })

  const typed = (body: string, type = 'application/json'): Asked => ({ method: 'POST', headers: { 'content-type': type }, body })
  test.each<[string, Asked, number, string]>([
    ['no JSON', typed('{"topic":'), 400, 'bad-request'],
    ['no object', typed('[]'), 422, 'bad-field'],
    ['nothing', { method: 'POST' }, 422, 'bad-field'],
    ['no topic', json({}), 422, 'bad-field'],
    ['an empty topic', json({ topic: '' }), 422, 'bad-field'],
    ['a form', typed('topic=x', 'application/x-www-form-urlencoded'), 415, 'not-json'],
    ['plain text', typed('{"topic":"x"}', 'text/plain'), 415, 'not-json'],
    ['more than 1 MiB', json({ topic: 'x'.repeat(1024 * 1024) }), 413, 'too-long'],
    ['33 levels', typed(`{"topic":"x","config":${'{"a":'.repeat(32)}1${'}'.repeat(32)}}`), 400, 'too-deep'],
    ['a bomb of brackets', typed('['.repeat(500_000)), 400, 'bad-request'],
    ['a field that is none', json({ topic, idempotency_key: 'a' }), 422, 'bad-field'],
    ['a topic of blanks', json({ topic: ' \u200b' }), 422, 'bad-field'],
  ])('with %s is refused', async (_what, asked, status, code) => {
    expect((await send('/v1/runs', asked)).value).toMatchObject({ status, code })
    expect(lab.asked).toEqual([])
  })
})

test('what people ask of a run is handed on under its whole name', async () => {
  await send('/v1/runs/latest/pause', { method: 'POST' })
  await send('/v1/runs/latest/stop', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '' })
  await send('/v1/runs/latest/note', json({ text: 'Use 3 seeds.', phase: 'plan-formulation' }))
  await send('/v1/runs/latest/answer', json({ question: 'q', answer: 'yes' }))
  expect((await send('/v1/runs/latest/resume', { method: 'POST' })).value).toEqual({ run: 'r' })
  expect(lab.asked).toEqual([
    ['pause', 'r', 'http'],
    ['stop', 'r', 'http'],
    ['note', 'r', 'http', 'Use 3 seeds.', 'plan-formulation'],
    ['answer', 'r', 'http', 'q', 'yes'],
  ])
})

test('an agent is executed by its id, whatever characters it has', async () => {
  const { value } = await send('/v1/agents/a%2Fb/execute', { method: 'POST' })
  expect(value).toEqual({ agent: 'a/b', results: [{ function_name: 'list_runs', result: { total: 1 } }] })
  expect((await send('/v1/agents/none/execute', { method: 'POST' })).value).toMatchObject({ status: 404, code: 'unknown-agent' })
  const long = encodeURIComponent('é'.repeat(128))
  expect((await send(`/v1/agents/${long}/execute`, { method: 'POST' })).value.code).toBe('unknown-agent')
})

describe('the oldest clients', () => {
  const predict = (asked: Asked) => send('/predict', asked)

  test('send a message with any content type or none, and get one', async () => {
    const answers = await Promise.all([
      predict(json({ message: 'hi' })),
      predict({ method: 'POST', body: '{"message":"hi"}' }),
      predict({ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '{"message":"hi"}' }),
    ])
    expect(answers.map(({ status, value }) => [status, value])).toEqual(
      answers.map(() => [200, { status: 'ok', message: lab.control.greeting }]),
    )
  })

  test('are told what is wrong in one line', async () => {
    expect(await predict({ method: 'POST', body: '{bad' })).toMatchObject({
      status: 400,
      value: { error: expect.stringContaining('JSON') },
    })
    expect((await predict({ method: 'POST', body: '[1]' })).value).toEqual({ error: 'the body is no JSON object with a message' })
    expect((await predict({ method: 'POST', body: `{"message":"${'x'.repeat(2 ** 20)}"}` })).status).toBe(413)
    const wrong = await get('/predict')
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST'])
  })

  test('get a text from the model, or are told that there is none', async () => {
    expect((await send('/api/text', json({ prompt: 'x', num_predict: 8 }))).value).toEqual({ text: 'words', model: 'stand-in' })
    const refusing = await startRestLab({
      changes: {
        text: async () => {
          throw new GalError('model-unreachable', 'no answer')
        },
      },
    })
    const { status, body } = await ask(refusing.port, '/api/text', json({ prompt: 'x' }))
    expect([status, JSON.parse(body)]).toEqual([503, { error: { code: 'model_unavailable', message: 'no answer' } }])
    await refusing.close()
  })

  test('get an image where there is a server for images, and are told where there is none', async () => {
    const image = { image: 'AAAA', type: 'image/png', model: 'stand-in' }
    const drawing = await startRestLab({ changes: { image: async () => image } })
    const { status, body } = await ask(drawing.port, '/api/image', json({ prompt: 'x' }))
    expect([status, JSON.parse(body)]).toEqual([200, image])
    await drawing.close()
    const told = await send('/api/image', json({ prompt: 'x' }))
    expect([told.status, told.value]).toMatchObject([501, { error: { code: 'image_backend_missing' } }])
  })
})

test.each([
  ['too-many-runs', 429, '5'],
  ['key-reused', 409, undefined],
  ['bad-config', 422, undefined],
  ['disk-full', 507, undefined],
] as const)('a refusal of the lab, %s, is a problem with status %i', async (code, status, retryAfter) => {
  const refusing = await startRestLab({
    changes: {
      start: async () => {
        throw new GalError(code, 'what happened', 'what to do')
      },
    },
  })
  const { headers, body } = await ask(refusing.port, '/v1/runs', json({ topic: 'x' }))
  expect(JSON.parse(body)).toMatchObject({ status, code, detail: 'what happened', hint: 'what to do' })
  expect(headers['retry-after']).toBe(retryAfter)
  await refusing.close()
})

test('a defect is told to gal and not to the client', async () => {
  const broken = await startRestLab({
    changes: {
      run: () => {
        throw new TypeError('secret of the inside')
      },
    },
  })
  const { status, body } = await ask(broken.port, '/v1/runs/r')
  expect([status, body.includes('secret')]).toEqual([500, false])
  expect(broken.defects).toMatchObject([{ message: 'secret of the inside' }])
  await broken.close()
})

test('another method of a path is 405 with those that it has, and no page is given for a path that is not there', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'OPTIONS']) {
    const { status, headers } = await ask(lab.port, '/v1/runs', { method, headers: { 'content-length': '1' }, body: 'x' })
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD, POST'])
  }
  expect(await get('/runs/r/other', { accept: 'text/html' })).toMatchObject({ status: 404, value: { code: 'unknown-path' } })
})

test('every answer has the headers that browsers are held to', async () => {
  const answers = await Promise.all([
    get('/v1/runs'),
    get('/nowhere'),
    get('/v1/runs/r/artifacts/report/page.html'),
    get('/', { host: 'evil.example' }),
    get('/'),
    get('/v1/runs/r/events/x'),
  ])
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toMatch(/default-src 'none';.*frame-ancestors 'none'/)
  }
})

test('measures are there to be scraped: runs, events, clients, requests, calls of models', async () => {
  await get('/v1/runs')
  const { body, headers } = await get('/metrics')
  expect(headers['content-type']).toMatch('text/plain; version=0.0.4')
  expect(body).toMatch('gal_runs{status="running"} 1')
  expect(body).toMatch('gal_events_total 12')
  expect(body).toMatch('gal_clients 0')
  expect(body).toMatch(/gal_http_request_seconds_count{method="GET",route="\/v1\/runs",status="200"} 1/)
  lab.log.input('r', { type: 'note-add', by: 'test', text: 'one more' })
  expect((await get('/metrics')).body).toMatch('gal_events_total 13')
})

test('a run whose record is broken is left out of the measures, and counted', async () => {
  const log = createMemoryEventLog()
  log.create('broken')
  log.input('broken', { type: 'note-add', by: 'test', text: 'x' })
  const bad = () => {
    throw new GalError('bad-record', 'entry 1 of broken cannot be read')
  }
  const half = await startRestLab({
    log: { ...log, read: (run, after, limit) => (run === 'broken' ? bad() : log.read(run, after, limit)) },
    changes: { runs: bad, run: (run) => (run === 'broken' ? bad() : summaryOf(run)) },
  })
  for (const _again of [1, 2]) {
    const { status, body } = await ask(half.port, '/metrics')
    expect(status).toBe(200)
    expect(body).toMatch('gal_runs{status="running"} 1')
    expect(body).toMatch('gal_runs_unreadable 1')
  }
  await half.close()
  expect((await get('/metrics')).body).toMatch('gal_runs_unreadable 0')
})

test('everything is served on the second port too', async () => {
  const both = await startRestLab({ host: 'localhost', restPort: 0 })
  expect(both.restPort).not.toBe(both.port)
  for (const port of [both.port, both.restPort ?? 0])
    for (const host of ['127.0.0.1', 'localhost']) expect((await fetch(`http://${host}:${port}/healthz`)).status).toBe(200)
  await both.close()
  await expect(ask(both.restPort ?? 0, '/healthz')).rejects.toThrow()
})
