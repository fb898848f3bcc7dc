import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberLines, replaceLines } from './lines.ts'

test('lines are replaced by their numbers, both ends included', () => {
  expect(replaceLines('a\nb\nc', 2, 2, 'B\nB2')).toEqual({ text: 'a\nB\nB2\nc' })
  expect(replaceLines('a\nb\nc', 1, 2, '')).toEqual({ text: 'c' })
  expect(numberLines('a\nb')).toBe('1| a\n2| b')
})

test.each([
  [4, 1],
  [1, 4],
  [3, Number.MAX_SAFE_INTEGER],
])('lines %d to %d of three are refused', (from, to) => {
  expect(replaceLines('a\nb\nc', from, to, 'x')).toHaveProperty('problem')
})

test('lines 3 to 1 are lines 1 to 3', () => {
  expect(replaceLines('a\nb\nc\nd', 3, 1, 'x')).toEqual({ text: 'x\nd' })
})

test('an edit that would leave nothing is refused', () => {
  expect(replaceLines('a\nb', 1, 2, ' ')).toHaveProperty('problem')
})

test('every line outside the edit stays as it is', () => {
  const text = fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(text, fc.nat(19), fc.nat(19), (lines, a, b) => {
      const [from, to] = [Math.min(a, b) % lines.length, Math.max(a, b) % lines.length].sort((x, y) => x - y) as [number, number]
      const edited = replaceLines(lines.join('\n'), from + 1, to + 1, 'new')
      expect(edited).toEqual({ text: [...lines.slice(0, from), 'new', ...lines.slice(to + 1)].join('\n') })
    }),
  )
})
