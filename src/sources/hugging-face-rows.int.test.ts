import type { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { createGetPage } from './get-page.ts'
import { createHuggingFaceRows } from './hugging-face-rows.ts'
import { serveLoopback } from './loopback.ts'

const signal = new AbortController().signal
const features = [
  { feature_idx: 0, name: 'text', type: { dtype: 'string', _type: 'Value' } },
  { feature_idx: 1, name: 'n', type: { dtype: 'int64', _type: 'Value' } },
  { feature_idx: 2, name: 'label', type: { names: ['neg', 'pos'], _type: 'ClassLabel' } },
]
const splits = [
  { dataset: 'someone/reviews', config: 'plain', split: 'test' },
  { dataset: 'someone/reviews', config: 'plain', split: 'train' },
  { dataset: 'someone/reviews', config: 'long', split: 'train' },
]

/** A dataset viewer that has this many rows. */
const open = async (total: number, mostRows?: number) => {
  const answer = (url: URL) => {
    if (url.pathname === '/splits') return { splits, pending: [], failed: [] }
    const offset = Number(url.searchParams.get('offset'))
    const length = Math.min(Number(url.searchParams.get('length')), total - offset)
    const rows = Array.from({ length }, (_, at) => ({
      row_idx: offset + at,
      row: { text: `t${offset + at}`, n: offset + at, label: offset + at < total / 2 ? 0 : 1 },
      truncated_cells: [],
    }))
    return { features, rows, num_rows_total: total, num_rows_per_page: 100, partial: false }
  }
  const server = await serveLoopback((request, response: ServerResponse) => {
    response.end(JSON.stringify(answer(new URL(request.url ?? '', 'http://x'))))
  })
  const getPage = createGetPage({ service: 'Hugging Face', fetch, userAgent: 'gal-test/1', timeoutMs: 5000, now: () => 0 })
  return { ...server, rows: createHuggingFaceRows({ baseUrl: server.origin, getPage, ...(mostRows === undefined ? {} : { mostRows }) }) }
}

test('all rows of the split for training are brought, page by page, with names of classes', async () => {
  await using server = await open(250)
  const answer = await server.rows.bring('someone/reviews', signal)
  if (answer.status !== 'ok') throw new Error(answer.fault.message)
  expect(answer.table.rows.map((row) => row[1])).toEqual(Array.from({ length: 250 }, (_, at) => at))
  expect([answer.table.rows[0], answer.table.rows[249]]).toEqual([
    ['t0', 0, 'neg'],
    ['t249', 249, 'pos'],
  ])
  expect(answer.about).toEqual({ name: 'someone/reviews', target: 'label', source: 'Hugging Face, someone/reviews' })
  expect(server.asked.slice(1).map((url) => url.replace(/^.*config/, 'config'))).toEqual(
    [0, 100, 200].map((offset) => `config=plain&split=train&offset=${offset}&length=100`),
  )
})

test('of more rows than are taken, pages evenly apart are, which is said', async () => {
  await using server = await open(1000, 200)
  const answer = await server.rows.bring('someone/reviews', signal)
  if (answer.status !== 'ok') throw new Error(answer.fault.message)
  expect(new Set(answer.table.rows.map((row) => row[2]))).toEqual(new Set(['neg', 'pos']))
  expect(answer.table.rows).toHaveLength(200)
  expect(answer.notes).toContainEqual('200 rows of 1,000 are taken, in pages evenly apart')
})

test.each([
  ['nobody has it', '{"error":"The dataset does not exist"}', 404, 'not-found'],
  ['it is asked too often', '', 429, 'rate-limited'],
  ['it is down', '', 500, 'unavailable'],
  ['it says something else', '[]', 200, 'unavailable'],
])('%s: a trouble of its own kind, never thrown', async (_what, body, code, status) => {
  await using server = await serveLoopback((_request, response) => response.writeHead(code).end(body))
  const getPage = createGetPage({ service: 'Hugging Face', fetch, userAgent: 'gal-test/1', timeoutMs: 5000, now: () => 0 })
  expect(await createHuggingFaceRows({ baseUrl: server.origin, getPage }).bring('a/b', signal)).toMatchObject({ status })
})
