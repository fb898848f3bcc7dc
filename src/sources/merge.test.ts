import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Paper } from '../core/paper.ts'
import { mergeHits } from './merge.ts'

const paper = (id: string, more: Partial<Paper> = {}): Paper => ({
  id,
  source: id.split(':')[0] ?? '',
  title: `Title of ${id}`,
  authors: [],
  abstract: '',
  ...more,
})
const ids = (papers: readonly Paper[]) => papers.map(({ id }) => id)

test('hits are interleaved, best first', () => {
  expect(
    ids(
      mergeHits([
        [paper('a:1'), paper('a:2')],
        [paper('b:1'), paper('b:2'), paper('b:3')],
      ]),
    ),
  ).toEqual(['a:1', 'b:1', 'a:2', 'b:2', 'b:3'])
})

test.each([
  ['arXiv id', { arxiv: '1906.02629' }, { arxiv: '1906.02629' }],
  ['DOI, however written', { doi: '10.1000/ABC' }, { doi: 'https://doi.org/10.1000/abc' }],
  ['title, but for case and punctuation', { title: 'On k-NN: a “Study”' }, { title: 'ON K-NN — A STUDY' }],
])('records with the same %s are one paper', (_what, one, other) => {
  expect(ids(mergeHits([[paper('a:1', one)], [paper('b:1', other)]]))).toEqual(['a:1'])
})

test('a merged paper keeps the first record and is filled up from the second', () => {
  const first = paper('a:1', { arxiv: '1906.02629', abstract: 'ours' })
  const second = paper('b:1', { arxiv: '1906.02629', abstract: 'theirs', doi: '10.1000/x', year: 2019, authors: ['Ada Example'] })
  expect(mergeHits([[first], [second]])).toEqual([{ ...second, ...first, authors: ['Ada Example'] }])
})

test('two titles without letters are not one paper', () => {
  expect(mergeHits([[paper('a:1', { title: '?' })], [paper('b:1', { title: '!' })]])).toHaveLength(2)
})

test('two papers of one title with arXiv ids of their own stay two', () => {
  expect(ids(mergeHits([[paper('a:1', { arxiv: '1', title: 'T' })], [paper('b:1', { arxiv: '2', title: 'T' })]]))).toEqual(['a:1', 'b:1'])
})

test('nothing is lost, nothing comes twice, and merging again changes nothing', () => {
  const record = fc.record({ arxiv: fc.constantFrom(undefined, '1', '2', '3'), title: fc.constantFrom('x', 'y', 'z'), n: fc.nat(9) })
  const list = fc.array(
    record.map(({ arxiv, title, n }) => paper(`s:${arxiv}${title}${n}`, arxiv === undefined ? { title } : { arxiv, title })),
  )
  fc.assert(
    fc.property(fc.array(list, { maxLength: 3 }), (lists) => {
      const merged = mergeHits(lists)
      const arxivs = merged.flatMap(({ arxiv }) => arxiv ?? [])
      expect(new Set(arxivs).size).toBe(arxivs.length)
      expect(new Set(arxivs)).toEqual(new Set(lists.flat().flatMap(({ arxiv }) => arxiv ?? [])))
      for (const { title, arxiv } of lists.flat()) {
        expect(merged.some((paper) => (arxiv === undefined ? paper.title === title : paper.arxiv === arxiv))).toBe(true)
      }
      expect(mergeHits([merged])).toEqual(merged)
    }),
    { numRuns: 100 },
  )
})
