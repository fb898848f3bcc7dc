import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createArxiv } from './arxiv.ts'
import { createGetPage } from './get-page.ts'
import { createSources, sourcesSettings } from './index.ts'
import { createMemoryCache } from './memory-cache.ts'
import { createMemoryLimiter } from './memory-limiter.ts'
import { conformsToSource } from './source.conformance.ts'

const tool = process.env.GAL_ARXIV_MIRROR ?? ''
const signal = new AbortController().signal

/** Starts the mirror on a free port; its first start on a machine builds an index, which takes some ten seconds. */
const startMirror = async (...flags: string[]) => {
  const child = spawn('python3', [tool, '--port', '0', ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async () => {
    child.kill()
    await ended
  }
  for await (const line of createInterface(child.stdout)) {
    const baseUrl = /http:\S+/.exec(line)?.[0]
    if (baseUrl !== undefined) return { baseUrl, end, [Symbol.asyncDispose]: end }
  }
  throw new Error(`${tool} ended before it listened`)
}

const getPage = createGetPage({ service: 'arXiv', fetch, userAgent: 'gal-test/1', timeoutMs: 20_000, now: Date.now })

describe.skipIf(!existsSync(tool))('the mirror of arXiv', () => {
  let mirror: Awaited<ReturnType<typeof startMirror>>
  beforeAll(async () => {
    mirror = await startMirror()
  }, 120_000)
  afterAll(() => mirror.end())

  conformsToSource(() => ({
    create: () => createArxiv({ baseUrl: mirror.baseUrl, getPage }),
    query: 'variance reduction stochastic gradient',
    known: { id: 'arxiv:1711.05101', title: /^Decoupled Weight Decay Regularization$/ },
    unknown: 'arxiv:9999.99999',
  }))

  test('finds real papers for a question in plain words', async () => {
    const answer = await createArxiv({ baseUrl: mirror.baseUrl, getPage }).search(
      'Does weight decay help a small classifier generalise?',
      5,
      signal,
    )
    expect(answer.status === 'ok' && answer.papers.length).toBe(5)
  })

  test('gives an abstract where it has no text, and says so', async () => {
    const source = createArxiv({ baseUrl: mirror.baseUrl, getPage })
    const found = await source.find('1706.03762', signal)
    const paper = found.status === 'ok' ? found.papers[0] : undefined
    if (!paper) throw new Error('not found')
    expect(paper).toMatchObject({ id: 'arxiv:1706.03762', year: 2017, authors: expect.arrayContaining(['Ashish Vaswani']) })
    expect(await source.fetchText(paper, signal)).toMatchObject({ status: 'ok', text: expect.stringMatching(/this is its abstract/) })
  })
})

describe.skipIf(!existsSync(tool))('a mirror that is touchy', () => {
  const sources = (baseUrl: string) =>
    createSources(sourcesSettings.parse({ use: ['arxiv'], arxiv: { 'base-url': baseUrl } }), {
      fetch,
      userAgent: 'gal-test/1',
      now: Date.now,
      limiter: createMemoryLimiter(),
      cache: createMemoryCache(),
      onProblem: () => undefined,
    })

  test('about how often it is asked is asked again when it says, and answers', async () => {
    await using mirror = await startMirror('--min-interval', '0.3')
    const source = sources(mirror.baseUrl)
    const answers = await Promise.all([source.search('weight decay', 2, signal), source.search('dropout', 2, signal)])
    expect(answers.map(({ status }) => status)).toEqual(['ok', 'ok'])
  }, 120_000)

  test('and is always out of order is unavailable after three tries', async () => {
    await using mirror = await startMirror('--fail-every', '1')
    expect(await sources(mirror.baseUrl).search('dropout', 2, signal)).toMatchObject({ status: 'unavailable', fault: { retryAfter: 1 } })
  }, 120_000)
})
