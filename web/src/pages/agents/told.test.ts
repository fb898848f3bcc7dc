import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toldOf } from './told.ts'

test('a list of papers is things, each by its title, with its abstract as a text', () => {
  const abstract = 'Studies smoothing. '.repeat(10)
  const told = toldOf([{ id: 'a', title: 'Smoothing', authors: ['M. L.', 'S. B.'], year: 2020, abstract }])
  expect(told).toEqual({
    own: { head: null, lines: [], texts: [] },
    things: [
      {
        head: 'Smoothing',
        lines: [
          { name: 'id', value: 'a' },
          { name: 'authors', value: 'M. L., S. B.' },
          { name: 'year', value: '2020' },
        ],
        texts: [{ name: 'abstract', value: abstract }],
      },
    ],
  })
})

test('a list within an object is things as well, and what has no value is left out', () => {
  const told = toldOf({ total: 1, runs: [{ run: 'r', topic: 'Why?', phase: null }] })
  expect(told).toEqual({
    own: { head: null, lines: [{ name: 'total', value: '1' }], texts: [] },
    things: [{ head: 'Why?', lines: [{ name: 'run', value: 'r' }], texts: [] }],
  })
})

test('an error is told as one', () => {
  expect(toldOf({ error: 'there is no run' })).toEqual({ error: 'there is no run' })
})

test('whatever JSON comes, every value of it that is not empty can be read', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('title', 'id', 'text', 'list'), fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()))),
      (given) => {
        const told = toldOf(given)
        if ('error' in told) throw new Error('no error was given')
        const read = [told.own.head ?? '', ...[...told.own.lines, ...told.own.texts].map(({ value }) => value)]
        for (const value of Object.values(given))
          if (value !== '') expect(read).toContain(Array.isArray(value) ? value.join(', ') : String(value))
      },
    ),
  )
})
