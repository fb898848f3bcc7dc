import { describe, expect, test } from 'vitest'
import type { Paper } from '../core/paper.ts'
import { createMemoryCache } from './memory-cache.ts'
import type { SearchAnswer, Source } from './source.ts'
import { notFound, rateLimited, unavailable } from './trouble.ts'
import { withCache } from './with-cache.ts'

const day = 86_400_000
const signal = new AbortController().signal
const paper: Paper = { id: 'arxiv:1906.02629', source: 'arxiv', title: 'T', authors: [], abstract: 'A' }

const counting = (answer: SearchAnswer = { status: 'ok', papers: [paper] }) => {
  const asked: string[] = []
  const note = <Given>(what: string, given: Given): Given => {
    asked.push(what)
    return given
  }
  const source: Source = {
    name: 'arxiv',
    search: async (query) => note(query, answer),
    find: async (id) => note(id, answer),
    fetchText: async ({ id }) => note(id, answer.status === 'ok' ? { status: 'ok', text: 'words' } : answer),
  }
  return { source, asked }
}

describe('a cached source', () => {
  test('is asked once for the same words, whatever their case and spaces', async () => {
    const { source, asked } = counting()
    const cached = withCache(source, { cache: createMemoryCache(), scope: 'x', now: () => 0 })
    const first = await cached.search('Label  smoothing', 5, signal)
    expect(await cached.search('label smoothing', 5, signal)).toEqual(first)
    expect(asked).toHaveLength(1)
  })

  test('keeps questions, limits, kinds of question and base URLs apart', async () => {
    const { source, asked } = counting()
    const cache = createMemoryCache()
    const at = (scope: string) => withCache(source, { cache, scope, now: () => 0 })
    await at('x').search('a', 5, signal)
    await at('x').search('a', 6, signal)
    await at('x').search('b', 5, signal)
    await at('y').search('a', 5, signal)
    await at('x').find('a', signal)
    await at('x').fetchText({ ...paper, id: 'a' }, signal)
    expect(asked).toHaveLength(6)
  })

  test.each([
    ['searches', 7, (source: Source) => source.search('a', 5, signal)],
    ['texts', 30, (source: Source) => source.fetchText(paper, signal)],
  ] as const)('forgets %s after %i days', async (_what, days, ask) => {
    const { source, asked } = counting()
    let now = 0
    const cached = withCache(source, { cache: createMemoryCache(), scope: 'x', now: () => now })
    await ask(cached)
    now = days * day - 1
    await ask(cached)
    expect(asked).toHaveLength(1)
    now = days * day
    await ask(cached)
    expect(asked).toHaveLength(2)
  })

  test.each([notFound('no'), rateLimited('slow'), unavailable('timeout', 'late')])('never keeps a trouble: $status', async (trouble) => {
    const { source, asked } = counting(trouble)
    const cached = withCache(source, { cache: createMemoryCache(), scope: 'x', now: () => 0 })
    await cached.search('a', 5, signal)
    expect(await cached.search('a', 5, signal)).toEqual(trouble)
    expect(asked).toHaveLength(2)
  })

  test.each(['not json', '{"status":"ok"}', '{"status":"ok","papers":[{"id":""}]}'])(
    'asks again when what is stored is %s',
    async (stored) => {
      const { source, asked } = counting()
      const cached = withCache(source, { cache: { ...createMemoryCache(), get: () => stored }, scope: 'x', now: () => 0 })
      expect(await cached.search('a', 5, signal)).toEqual({ status: 'ok', papers: [paper] })
      expect(asked).toHaveLength(1)
    },
  )
})
