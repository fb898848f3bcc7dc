import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSourceStore, type SourceStore } from './source-store.ts'

let folder: string
let opened: SourceStore[]
const open = (now = 0): SourceStore => {
  const store = openSourceStore(join(folder, 'gal.sqlite'), () => now)
  opened.push(store)
  return store
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gal-sources-'))
  opened = []
})
afterEach(() => {
  for (const store of opened) store.close()
  rmSync(folder, { recursive: true })
})

test('places of one host lie an interval apart, whichever process takes them, and asking too early takes none', () => {
  const [one, two] = [open().limiter, open().limiter]
  expect([one.take('arxiv', 3000, 1000), two.take('arxiv', 3000, 1000), one.take('arxiv', 3000, 2500)]).toEqual([0, 3000, 1500])
  expect(two.take('arxiv', 3000, 4000)).toBe(0)
})

test('hosts do not wait for each other', () => {
  const { limiter } = open()
  limiter.take('arxiv', 3000, 0)
  expect(limiter.take('openalex', 3000, 0)).toBe(0)
})

test('an interval of nothing makes nobody wait', () => {
  const { limiter } = open()
  expect([limiter.take('here', 0, 5), limiter.take('here', 0, 5)]).toEqual([0, 0])
})

test('a blocked host waits until the end of the block, and an earlier end does not shorten it', () => {
  const { limiter } = open()
  limiter.block('arxiv', 30_000)
  limiter.block('arxiv', 10_000)
  expect([open().limiter.take('arxiv', 3000, 1000), limiter.take('arxiv', 3000, 1000)]).toEqual([29_000, 29_000])
})

test('however often it is asked, no two slots are closer than the interval', () => {
  const stores = [open().limiter, open().limiter]
  let host = 0
  const asking = fc.property(fc.array(fc.record({ by: fc.constantFrom(0, 1), later: fc.nat(9000) }), { maxLength: 15 }), (asked) => {
    host += 1
    let now = 0
    const slots = asked.flatMap(({ by, later }) => {
      now += later
      return stores[by]?.take(`host ${host}`, 3000, now) === 0 ? [now] : []
    })
    for (const [index, slot] of slots.entries()) expect(slot - (slots[index - 1] ?? -3000)).toBeGreaterThanOrEqual(3000)
  })
  fc.assert(asking, { numRuns: 30 })
})

test('a cached answer is found until it expires, also by another process, and the last one set counts', () => {
  const { cache } = open()
  cache.set('q', 'old', 500)
  cache.set('q', 'an answer '.repeat(1000), 1000)
  expect(open().cache.get('q', 999)).toBe('an answer '.repeat(1000))
  expect([cache.get('q', 1000), cache.get('other', 0)]).toEqual([undefined, undefined])
})

test('what has expired is dropped when the store is opened', () => {
  open().cache.set('q', 'answer', 1000)
  const later = open(1000)
  expect(later.cache.get('q', 0)).toBeUndefined()
})
