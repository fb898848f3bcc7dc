import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Paper } from '../core/paper.ts'
import { createArxiv } from './arxiv.ts'
import { errorFeed, feedOf, pdfOf } from './fake-papers.ts'
import { createGetPage } from './get-page.ts'
import { serveLoopback } from './loopback.ts'
import { conformsToSource } from './source.conformance.ts'

const calm = () => new AbortController().signal
const at = (origin: string) =>
  createArxiv({
    baseUrl: `${origin}/api/query`,
    getPage: createGetPage({ service: 'arXiv', fetch, userAgent: 'gal-test/1', timeoutMs: 5000, now: () => 0 }),
  })

const stock = [
  { id: '1906.02629', title: 'When Does Label Smoothing Help?' },
  { id: '1512.00567', title: 'Rethinking the Inception Architecture' },
  { id: '1701.06548', title: 'Penalizing Confident Output Distributions' },
]

/** Answers as the real API does: ids that it does not have are left out, words that it does not know find nothing. */
const answer = (url: URL): string => {
  const ids = url.searchParams.get('id_list')
  const limit = Number(url.searchParams.get('max_results'))
  const papers = ids === null ? stock.filter(() => !url.search.includes('zyxwvutsrq')) : stock.filter(({ id }) => id === ids)
  return feedOf(papers.slice(0, limit))
}

const serveStock = () =>
  serveLoopback((request, response) => {
    const url = new URL(request.url ?? '', 'http://x')
    if (url.pathname !== '/api/query') return void response.writeHead(404).end()
    response.end(answer(url))
  })

describe('arXiv', () => {
  let server: Awaited<ReturnType<typeof serveStock>>
  beforeAll(async () => {
    server = await serveStock()
  })
  afterAll(() => server.close())

  conformsToSource(() => ({
    create: () => at(server.origin),
    query: 'label smoothing',
    known: { id: 'arxiv:1906.02629', title: /Label Smoothing/ },
    unknown: 'arxiv:9999.99999',
  }))
})

describe('a search of arXiv', () => {
  test('asks for all the words, and for any of them only when that finds nothing', async () => {
    await using server = await serveLoopback((request, response) => response.end(feedOf(request.url?.includes('+OR+') ? stock : [])))
    const found = await at(server.origin).search('Does label smoothing help?', 2, calm())
    expect(found.status === 'ok' && found.papers.map(({ arxiv }) => arxiv)).toEqual(['1906.02629', '1512.00567'])
    expect(server.asked.map((path) => new URL(path, 'http://x').searchParams.get('search_query'))).toEqual([
      'all:label AND all:smoothing',
      'all:label OR all:smoothing',
    ])
    await using other = await serveStock()
    await at(other.origin).search('label smoothing', 2, calm())
    expect(other.asked).toHaveLength(1)
  })

  test.each([
    [
      'an error in the feed',
      errorFeed('malformed query'),
      { status: 'unavailable', fault: { kind: 'refused', message: expect.stringContaining('malformed query') } },
    ],
    ['a page that is no feed', '<html>Login</html>', { status: 'unavailable', fault: { kind: 'bad-output' } }],
    ['half a feed', feedOf(stock).slice(0, 300), { status: 'unavailable', fault: { kind: 'bad-output' } }],
    ['"Rate exceeded." with HTTP 200', 'Rate exceeded.', { status: 'rate-limited', fault: { kind: 'rate-limited' } }],
  ])('that gets %s is a trouble, not an empty result', async (_what, body, trouble) => {
    await using server = await serveLoopback((_request, response) => response.end(body))
    expect(await at(server.origin).search('x', 2, calm())).toMatchObject(trouble)
    expect(server.asked).toHaveLength(1)
  })
})

describe('a text from arXiv', () => {
  const paper: Paper = { id: 'arxiv:1906.02629', source: 'arxiv', title: 'T', authors: [], abstract: 'The abstract.', arxiv: '1906.02629' }
  const long = 'Smoothed labels are a regulariser. '.repeat(60)
  type Pages = Record<string, { code?: number; body: string | Buffer }>
  const serve = (pages: Pages) =>
    serveLoopback((request, response) => {
      const page = pages[request.url ?? ''] ?? { code: 404, body: 'not found' }
      response.writeHead(page.code ?? 200).end(page.body)
    })

  test('is read from its page', async () => {
    await using server = await serve({ '/html/1906.02629': { body: `<html><body><p>${long}</p></body></html>` } })
    expect(await at(server.origin).fetchText(paper, calm())).toEqual({ status: 'ok', text: long.trim() })
  })

  test('is read from its PDF when there is no page', async () => {
    const lines = Array.from({ length: 40 }, (_, line) => `Line ${line}: smoothed labels are a regulariser.`)
    await using server = await serve({ '/pdf/1906.02629': { body: pdfOf(lines) } })
    expect(await at(server.origin).fetchText(paper, calm())).toMatchObject({
      status: 'ok',
      text: expect.stringContaining('Line 39: smoothed'),
    })
    expect(server.asked).toEqual(['/html/1906.02629', '/pdf/1906.02629'])
  })

  test.each([
    ['nothing is there', {}],
    ['the PDF is broken', { '/pdf/1906.02629': { body: '%PDF-1.4 garbage' } }],
    ['the page is only a notice', { '/html/1906.02629': { body: '<p>No HTML for this paper.</p>' } }],
  ] satisfies [string, Pages][])('is the abstract, and says so first, when %s', async (_what, pages) => {
    await using server = await serve(pages)
    expect(await at(server.origin).fetchText(paper, calm())).toMatchObject({
      status: 'ok',
      text: expect.stringMatching(/^\(.*no readable full text of arxiv:1906\.02629; this is its abstract\.\)\n\nThe abstract\.$/),
    })
  })

  test('is cut at 200,000 characters', async () => {
    await using server = await serve({ '/html/1906.02629': { body: `<p>${'word '.repeat(100_000)}</p>` } })
    const text = await at(server.origin).fetchText(paper, calm())
    expect(text.status === 'ok' && text.text.length).toBe(200_000)
  })

  test('is a trouble, not an abstract, while arXiv is out of order', async () => {
    await using server = await serve({ '/html/1906.02629': { code: 500, body: '' } })
    expect(await at(server.origin).fetchText(paper, calm())).toMatchObject({ status: 'unavailable' })
  })

  test('of a paper that is not on arXiv is not found, without asking', async () => {
    await using server = await serve({})
    const { arxiv: _, ...elsewhere } = paper
    expect(await at(server.origin).fetchText({ ...elsewhere, id: 'bundled:x' }, calm())).toMatchObject({ status: 'not-found' })
    expect(server.asked).toEqual([])
  })
})
