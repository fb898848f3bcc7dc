import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const keys = ['topic', 'budget', 'experiments', 'memory-mib', 'task-notes']

test.each([
  ['bugdet', 'budget'],
  ['memory_mib', 'memory-mib'],
  ['TOPIC', 'topic'],
  ['tasknotes', 'task-notes'],
  ['experiment', 'experiments'],
])('%s was meant to be %s', (word, meant) => {
  expect(nearest(word, keys)).toBe(meant)
})

test('a word that is like none of the candidates has no nearest', () => {
  expect(['colour', '', 'x'.repeat(500)].map((word) => nearest(word, keys))).toEqual([undefined, undefined, undefined])
})

test('two neighbours swapped count as one mistake, so that a short word is still found', () => {
  expect(nearest('tset', ['test', 'text'])).toBe('test')
})

test('of equally near candidates the earlier one is taken', () => {
  expect(nearest('cat', ['car', 'bat'])).toBe('car')
})

test('a letter put in anywhere leads back to the word', () => {
  const candidate = fc.constantFrom(...keys)
  fc.assert(
    fc.property(candidate, fc.nat(), fc.constantFrom(...'abcxyz-'), (key, at, letter) => {
      const place = at % (key.length + 1)
      expect(nearest(key.slice(0, place) + letter + key.slice(place), keys)).toBe(key)
    }),
  )
})
