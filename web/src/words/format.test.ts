import { expect, test } from 'vitest'
import { formats } from './format.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString()

test('seconds read as a clock, with hours only where there are some', () => {
  const { clock } = formats('en')
  expect([0, 48, 2478, 4500].map(clock)).toEqual(['0:00', '0:48', '41:18', '1:15:00'])
})

test('an age is told in the largest unit that fits, in the language chosen', () => {
  expect(formats('en').age(before(3 * 3600), now)).toBe('3 hr. ago')
  expect(formats('en').age(before(25 * 3600), now)).toBe('yesterday')
  expect(formats('es').age(before(2 * 24 * 3600), now)).toBe('anteayer')
  expect(formats('fr').age(before(30), now)).toBe('maintenant')
})

test('a cost of less than a cent is not told as nothing', () => {
  expect(formats('en').money(0.0034)).toBe('0.0034')
  expect(formats('en').money(0)).toBe('0.00')
  expect(formats('fr').money(1.5)).toBe('1,50')
})
