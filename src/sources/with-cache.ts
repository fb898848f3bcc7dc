import { z } from 'zod'
import { hashOf } from '../core/canonical.ts'
import { paper } from '../core/paper.ts'
import { foldSpace } from './entities.ts'
import type { SearchAnswer, Source } from './source.ts'
import type { Trouble } from './trouble.ts'

/** Texts under keys of 64 characters, shared by all processes. Times are milliseconds since 1970; an expired entry is none. */
export type Cache = {
  get(key: string, now: number): string | undefined
  set(key: string, value: string, expiresAt: number): void
}

export type CacheOptions = {
  cache: Cache
  /** What else the answers depend on: the base URL, so that a mirror's answers are not taken for the service's. */
  scope: string
  /** Milliseconds since 1970. */
  now: () => number
}

const day = 24 * 60 * 60 * 1000
const searchesFor = 7 * day
const textsFor = 30 * day

const storedSearch = z.strictObject({ status: z.literal('ok'), papers: z.array(paper) })
const storedText = z.strictObject({ status: z.literal('ok'), text: z.string() })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (problem) {
    return { notJson: String(problem) }
  }
}

/** Asks a source once for the same thing: found papers are kept 7 days, texts 30. Troubles are never kept. */
export const withCache = (source: Source, { cache, scope, now }: CacheOptions): Source => {
  /** What is stored counts only while it still has the shape that is asked for. */
  const remember = async <Ok extends { status: 'ok' }>(
    what: readonly unknown[],
    shape: z.ZodType<Ok>,
    forMs: number,
    ask: () => Promise<Ok | Trouble>,
  ): Promise<Ok | Trouble> => {
    const key = hashOf([source.name, scope, ...what])
    const stored = cache.get(key, now())
    const known = stored === undefined ? undefined : shape.safeParse(parseJson(stored)).data
    if (known !== undefined) return known
    const answer = await ask()
    if (answer.status === 'ok') cache.set(key, JSON.stringify(answer), now() + forMs)
    return answer
  }

  return {
    name: source.name,
    search: (query, limit, signal): Promise<SearchAnswer> =>
      remember(['search', foldSpace(query).toLowerCase(), limit], storedSearch, searchesFor, () => source.search(query, limit, signal)),
    find: (id, signal): Promise<SearchAnswer> => remember(['find', id], storedSearch, searchesFor, () => source.find(id, signal)),
    fetchText: (wanted, signal) => remember(['text', wanted.id], storedText, textsFor, () => source.fetchText(wanted, signal)),
  }
}
