import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arxivQueries } from './arxiv-query.ts'

test('plain words are asked for together, then each alone', () => {
  expect(arxivQueries('Does label smoothing help?')).toEqual(['all:label AND all:smoothing', 'all:label OR all:smoothing'])
})

test('a quoted phrase stays whole, stop words in it included', () => {
  expect(arxivQueries('"attention is all" transformers')[0]).toBe('all:"attention is all" AND all:transformers')
})

test('a hyphenated word is a phrase', () => {
  expect(arxivQueries('quasi-Monte Carlo')[0]).toBe('all:"quasi Monte" AND all:Carlo')
})

test('one word is asked for once', () => {
  expect(arxivQueries('lasso')).toEqual(['all:lasso'])
  expect(arxivQueries('lasso lasso')).toEqual(['all:lasso'])
})

test('stop words count when there is nothing else', () => {
  expect(arxivQueries('what is the')[0]).toBe('all:what AND all:is AND all:the')
})

test('a long topic is cut to twelve terms', () => {
  const topic = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ')
  expect(arxivQueries(topic)[0]?.split(' AND ')).toHaveLength(12)
})

test('whatever is typed, the query holds only terms, phrases and operators', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      for (const query of arxivQueries(typed)) {
        expect(query).toMatch(/^all:(?:[\p{L}\p{N}]+|"[\p{L}\p{N} ]+")(?: (?:AND|OR) all:(?:[\p{L}\p{N}]+|"[\p{L}\p{N} ]+"))*$/u)
      }
    }),
    { numRuns: 200 },
  )
})
