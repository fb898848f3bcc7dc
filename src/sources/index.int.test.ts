import { describe, expect, test } from 'vitest'
import { feedOf } from './fake-papers.ts'
import { createDatasets, createSources, sourcesSettings } from './index.ts'
import { serveLoopback } from './loopback.ts'
import { createMemoryCache } from './memory-cache.ts'
import { createMemoryLimiter } from './memory-limiter.ts'

const signal = new AbortController().signal

const dependencies = () => {
  const problems: string[] = []
  const taken: number[] = []
  const limiter = createMemoryLimiter()
  return {
    problems,
    taken,
    fetch,
    userAgent: 'gal-test/1',
    now: () => 0,
    cache: createMemoryCache(),
    limiter: {
      ...limiter,
      take(host: string, intervalMs: number, now: number) {
        taken.push(intervalMs)
        return limiter.take(host, intervalMs, now)
      },
    },
    onProblem: (message: string) => void problems.push(message),
  }
}
const settings = (written: unknown) => sourcesSettings.parse(written)
const serve = (body: string, code = 200) => serveLoopback((_request, response) => response.writeHead(code).end(body))

describe('the configured sources', () => {
  test('are the bundled bibliography when nothing is set, and ask no network', async () => {
    const refuse = () => Promise.reject(new Error('the network was asked'))
    const source = createSources(settings({}), { ...dependencies(), fetch: refuse })
    expect(await source.search('label smoothing', 3, signal)).toMatchObject({ status: 'ok', papers: [{ source: 'bundled' }, {}, {}] })
  })

  test('hold a mirror beside the bibliography; a paper that both have comes once', async () => {
    await using server = await serve(feedOf([{ id: '1906.02629', title: 'When Does Label Smoothing Help?' }]))
    const source = createSources(settings({ arxiv: { 'base-url': `${server.origin}/api/query` } }), dependencies())
    const answer = await source.search('label smoothing', 50, signal)
    const ids = answer.status === 'ok' ? answer.papers.map(({ id }) => id) : []
    expect(ids[0]).toBe('arxiv:1906.02629')
    expect(ids).toContain('bundled:szegedy2016')
    expect(ids).not.toContain('bundled:muller2019')
  })

  test('ask a mirror on this machine without a pause, another as often as is set, and nothing twice', async () => {
    await using server = await serve(feedOf([{ id: '1906.02629', title: 'A title' }]))
    const given = dependencies()
    const url = `${server.origin}/api/query`
    for (const arxiv of [{ 'base-url': url }, { 'base-url': url }, { 'base-url': `${url}?`, 'interval-seconds': 7 }]) {
      await createSources(settings({ use: ['arxiv'], arxiv }), given).search('title', 1, signal)
    }
    expect(given.taken).toEqual([0, 7000])
    expect(server.asked).toHaveLength(2)
  })

  test('keep three seconds between two requests to arXiv itself', async () => {
    const given = dependencies()
    const asked: string[] = []
    const answer = async (url: unknown) => {
      asked.push(String(url))
      return new Response(feedOf([{ id: '1906.02629', title: 'A title' }]))
    }
    await createSources(settings({ use: ['arxiv'] }), { ...given, fetch: answer }).search('title', 1, signal)
    expect(given.taken).toEqual([3000])
    expect(asked[0]).toMatch(/^https:\/\/export\.arxiv\.org\/api\/query\?search_query=all%3Atitle&/)
  })

  test('go on with the bibliography when the mirror is down, and say so', async () => {
    await using server = await serve('', 500)
    const given = dependencies()
    const source = createSources(settings({ arxiv: { 'base-url': server.origin } }), given)
    expect(await source.search('label smoothing', 1, signal)).toMatchObject({ status: 'ok', papers: [{ source: 'bundled' }] })
    expect(given.problems).toEqual([expect.stringContaining('is out of order (HTTP 500)')])
  })

  test('refuse a folder that is named and not set', () => {
    expect(() => createSources(settings({ use: ['folder'] }), dependencies())).toThrow(expect.objectContaining({ code: 'bad-config' }))
  })
})

describe('the configured catalogues of data sets', () => {
  const listing = JSON.stringify([
    {
      _id: '621',
      id: 'someone/digits',
      description: '\n\tDigits\n of people ',
      downloads: 12,
      tags: ['task:image'],
      likes: 1,
      private: false,
    },
    { _id: '622', id: 'other/set', description: null, tags: ['size:10K', 'language:en'], gated: false },
  ])

  test('are the bundled one when no hub is set', async () => {
    const refuse = () => Promise.reject(new Error('the network was asked'))
    const answer = await createDatasets(settings({}), { ...dependencies(), fetch: refuse }).search('handwritten digits')
    expect(answer).toMatchObject({ status: 'ok', datasets: [{ id: 'sklearn.datasets.load_digits' }, { id: 'ylecun/mnist' }] })
  })

  test('hold a hub beside it, asked for the telling words', async () => {
    await using server = await serve(listing)
    const answer = await createDatasets(settings({ datasets: { 'base-url': server.origin } }), dependencies()).search(
      'images of handwritten digits',
    )
    const datasets = answer.status === 'ok' ? answer.datasets : []
    expect(datasets.slice(-2)).toEqual([
      { id: 'someone/digits', description: 'Digits of people Downloaded 12 times of late.' },
      { id: 'other/set', description: 'Tagged size:10K, language:en.' },
    ])
    expect(new URL(server.asked[0] ?? '', server.origin).searchParams.get('search')).toBe('images handwritten digits')
  })

  test.each([
    ['garbage', '<html>', 200, 'did not answer with a list'],
    ['a list of something else', '[{"name":"x"}]', 200, 'did not answer with a list'],
    ['an outage', '', 503, 'is out of order'],
  ])('go on without a hub that gives %s, and say so', async (_what, body, code, words) => {
    await using server = await serve(body, code)
    const given = dependencies()
    expect(await createDatasets(settings({ datasets: { 'base-url': server.origin } }), given).search('iris')).toMatchObject({
      status: 'ok',
    })
    expect(given.problems).toEqual([expect.stringContaining(words)])
  })
})
