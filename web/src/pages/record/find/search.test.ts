import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import { bigLog } from '../../../../../test/web/big-log.ts'
import { createRecordIndex } from '../../../record/record-index.ts'
import { sentenceWords } from '../../../record/sentence/words.ts'
import { hitFrom } from '../use-record-keys.ts'
import { allows, everything, isOpen, toggled } from './filter.ts'
import { matches } from './matches.ts'
import { createSearch, lineOf, type Search } from './search.ts'

const log: StoredEvent[] = [...bigLog(1500)]
  .flatMap(({ at, events }) => events.map((event) => ({ at: new Date(at).toISOString(), event })))
  .map((entry, place) => ({ run: 'r', seq: place + 1, pos: place + 1, ...entry }))

const indexOf = (entries: readonly StoredEvent[]) => {
  const index = createRecordIndex()
  for (const entry of entries) index.add(entry)
  return index
}
const index = indexOf(log)
const searchFor = (needle: string, earlier?: Search, filter = everything, over = index) =>
  createSearch({
    index: over,
    entryAt: (seq) => log[seq - 1],
    allows: (seq) => allows(filter, over, seq),
    matches: needle === '' ? undefined : (entry) => matches(entry, needle, sentenceWords.en),
    earlier,
  })
const finish = (search: Search) => {
  let slices = 1
  while (search.step()) slices += 1
  return slices
}

test('a search in slices finds what a look at every entry finds', () => {
  const search = searchFor('confounded')
  expect(finish(search)).toBeGreaterThan(10)
  expect(search.hits).toEqual(log.filter((entry) => JSON.stringify(entry.event).includes('confounded')).map(({ seq }) => seq))
})

test('typing on narrows what was found, with the same result as a new search, at whatever moment', () => {
  const needle = 'label smoothing is'
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: needle.length }), fc.integer({ min: 0, max: 80 })), { minLength: 1, maxLength: 4 }),
      (keys) => {
        const lengths = keys.map(([length]) => length).sort((one, other) => one - other)
        let search: Search | undefined
        for (const [place, length] of lengths.entries()) {
          search = searchFor(needle.slice(0, length), search)
          for (let steps = keys[place]?.[1] ?? 0; steps > 0 && search.step(); ) steps -= 1
        }
        if (!search) return
        finish(search)
        const fresh = searchFor(needle.slice(0, lengths.at(-1)))
        finish(fresh)
        expect([search.hits, search.lines]).toEqual([fresh.hits, fresh.lines])
      },
    ),
    { numRuns: 15 },
  )
})

test('entries that come later are looked at when they are there', () => {
  const growing = indexOf(log.slice(0, 100))
  const search = searchFor('', undefined, everything, growing)
  expect(search.step()).toBe(false)
  for (const entry of log.slice(100, 300)) growing.add(entry)
  finish(search)
  expect(search.hits).toHaveLength(300)
})

test('each phase has one head, before its first entry', () => {
  const search = searchFor('')
  finish(search)
  const heads = search.lines.filter((line) => line < 0)
  expect(heads.length).toBeGreaterThan(8)
  for (const head of heads) expect(search.lines[search.lines.indexOf(head) + 1]).toBe(-head)
  expect(search.lines.filter((line) => line > 0)).toEqual(search.hits)
  for (const seq of [1, 7, 800, 1500]) expect(search.lines[lineOf(search.lines, seq)]).toBe(seq)
  expect(lineOf(search.lines, 1501)).toBe(search.lines.length)
})

test('what is switched off is left out, and comes back', () => {
  const filter = toggled(toggled(everything, 'kind', 'turns'), 'who', 'lab')
  const search = searchFor('', undefined, filter)
  finish(search)
  expect(search.hits.length).toBeGreaterThan(0)
  expect(search.hits.some((seq) => index.kindAt(seq) === 'turns' || index.whoAt(seq) === 'lab')).toBe(false)
  expect(isOpen(toggled(toggled(filter, 'kind', 'turns'), 'who', 'lab'))).toBe(true)
})

test('an entry is found by its number', () => {
  const search = searchFor('#1234')
  finish(search)
  expect(search.hits).toEqual([1234])
})

test('the next hit and the one before, from a hit and from between two', () => {
  const hits = [3, 8, 20]
  expect([hitFrom(hits, 8, 1), hitFrom(hits, 8, -1), hitFrom(hits, 9, 1), hitFrom(hits, 9, -1)]).toEqual([20, 3, 20, 8])
  expect([hitFrom(hits, 20, 1), hitFrom(hits, 3, -1)]).toEqual([undefined, undefined])
})
