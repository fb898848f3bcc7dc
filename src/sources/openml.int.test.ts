import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createGetPage } from './get-page.ts'
import { serveLoopback } from './loopback.ts'
import { createOpenml } from './openml.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures/openml', name), 'utf8')
const signal = new AbortController().signal
const noResults = '{"error":{"code":"372","message":"No results"}}'
const unknownSet =
  '{"error":{"code":"111","message":"Unknown dataset","additional_information":"Data set description with data_id was not found"}}'

type Reply = { body: string; code?: number; headers?: Record<string, string> }
const replies: Readonly<Record<string, Reply>> = {
  '/api/v1/json/data/list/status/active/limit/1000/offset/0': { body: fixture('list.json') },
  '/api/v1/json/data/61': { body: fixture('61.json') },
  '/api/v1/json/data/62': { body: unknownSet, code: 412 },
  '/data/v1/download/61/iris.arff': { body: fixture('61.arff') },
}

const open = async (given: Readonly<Record<string, Reply>> = replies, otherwise: Reply = { body: 'no such page', code: 404 }) => {
  const server = await serveLoopback((request, response: ServerResponse) => {
    const { body, code = 200, headers = {} } = given[request.url ?? ''] ?? otherwise
    response.writeHead(code, headers).end(body)
  })
  const getPage = createGetPage({ service: 'OpenML', fetch, userAgent: 'gal-test/1', timeoutMs: 5000, now: () => 0 })
  return { ...server, openml: createOpenml({ baseUrl: `${server.origin}/`, getPage }) }
}

test('words find data sets by their names, with what OpenML knows of their size and task', async () => {
  await using server = await open()
  expect(await server.openml.search('iris flowers')).toEqual({
    status: 'ok',
    datasets: [
      {
        id: 'openml:61',
        description: 'iris, version 1: 150 rows, 5 columns, 3 classes, 0 missing values. On OpenML.',
        rows: 150,
        columns: 5,
        task: 'classification',
      },
      expect.objectContaining({ id: 'openml:969' }),
    ],
  })
  expect(await server.openml.search('cpu')).toMatchObject({ datasets: [{ id: 'openml:561', task: 'regression' }] })
  expect(await server.openml.search('protein of mice')).toMatchObject({ datasets: [{ id: 'openml:40966' }] })
  expect(await server.openml.search('german credit')).toEqual({
    status: 'ok',
    datasets: [{ id: 'openml:31', description: 'credit-g, version 1: of unknown size. On OpenML.' }],
  })
  expect(await server.openml.search('zyxwvutsrq')).toEqual({ status: 'ok', datasets: [] })
  expect(server.asked).toHaveLength(1)
})

test('a list of many pages is read to its end, which OpenML tells with an error', async () => {
  const page = (from: number) =>
    JSON.stringify({ data: { dataset: Array.from({ length: 1000 }, (_, at) => ({ did: from + at + 1, name: `set${from + at + 1}` })) } })
  const listed = '/api/v1/json/data/list/status/active/limit/1000/offset/'
  await using server = await open({
    [`${listed}0`]: { body: page(0) },
    [`${listed}1000`]: { body: page(1000) },
    [`${listed}2000`]: { body: noResults, code: 412 },
  })
  expect(await server.openml.search('set1999')).toMatchObject({ status: 'ok', datasets: [{ id: 'openml:1999' }] })
  expect(server.asked).toHaveLength(3)
})

test('a data set is brought with its target, licence and source', async () => {
  await using server = await open()
  expect(server.openml.owns('openml:61')).toBe(true)
  expect(await server.openml.bring('openml:61', signal)).toEqual({
    status: 'ok',
    notes: [],
    about: {
      name: 'openml:61',
      target: 'class',
      licence: 'Public',
      source: 'R.A. Fisher; OpenML 61, version 1; https://archive.ics.uci.edu/ml/datasets/Iris',
    },
    table: {
      columns: [
        { name: 'sepallength', type: 'number' },
        { name: 'petal width', type: 'number' },
        { name: 'class', type: 'text' },
      ],
      rows: [
        [5.1, 0.2, 'Iris-setosa'],
        [4.9, null, 'Iris-setosa'],
        [7, 1.4, 'Iris-versicolor'],
      ],
    },
  })
})

test('a file that is not the one described is refused', async () => {
  await using server = await open({ ...replies, '/data/v1/download/61/iris.arff': { body: `${fixture('61.arff')}1,1,Iris-setosa\n` } })
  expect(await server.openml.bring('openml:61', signal)).toMatchObject({
    status: 'unavailable',
    fault: { kind: 'bad-output', message: expect.stringContaining('its MD5 is') },
  })
})

test('an id that nobody has is not found, which is not an outage', async () => {
  await using server = await open()
  expect(await server.openml.bring('openml:62', signal)).toMatchObject({
    status: 'not-found',
    fault: { message: expect.stringContaining('no data set 62') },
  })
})

test.each([
  ['rate-limited', { body: '', code: 429, headers: { 'retry-after': '7' } }, { status: 'rate-limited', fault: { retryAfter: 7 } }],
  ['an outage', { body: '', code: 503 }, { status: 'unavailable', fault: { kind: 'unavailable' } }],
  ['garbage', { body: '<html>' }, { status: 'unavailable', fault: { kind: 'bad-output' } }],
  [
    'another refusal',
    { body: '{"error":{"code":"103","message":"Authentication failed"}}', code: 412 },
    { status: 'unavailable', fault: { kind: 'refused' } },
  ],
])('%s is told as it is, and never thrown', async (_what, reply, wanted) => {
  await using server = await open({}, reply)
  expect(await server.openml.search('iris')).toMatchObject(wanted)
  expect(await server.openml.bring('openml:61', signal)).toMatchObject(wanted)
})

test('a server that is not there, and a search that is stopped', async () => {
  const server = await open()
  expect(await server.openml.search('iris', AbortSignal.abort())).toMatchObject({ status: 'unavailable', fault: { kind: 'cancelled' } })
  await server.close()
  expect(await server.openml.search('iris')).toMatchObject({ status: 'unavailable', fault: { kind: 'unreachable' } })
})
