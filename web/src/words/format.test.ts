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

const evening = '2026-11-21T19:28:05'
/** Intl puts a narrow space before PM. */
const plain = (text: string) => text.replace(/\s/g, ' ')
const told = (...given: Parameters<typeof formats>) => {
  const { time, day } = formats(...given)
  return [time(evening), time(evening, true), day(evening)].map(plain)
}

test('a time alone and a time with its day are written in one form, that of the browser', () => {
  expect(told('en', ['en-GB', 'en'])).toEqual(['19:28', '19:28:05', '21 Nov 2026, 19:28'])
  expect(told('en', ['en-US'])).toEqual(['7:28 PM', '7:28:05 PM', 'Nov 21, 2026, 7:28 PM'])
})

test('a page in another language than the browser keeps the hours that the browser counts', () => {
  expect(told('en', ['de-DE', 'de'])).toEqual(['19:28', '19:28:05', 'Nov 21, 2026, 19:28'])
  expect(told('fr', ['fr-FR'])[0]).toBe('19:28')
})

test('a browser that names no language, or one that is no tag, is answered in the plain language', () => {
  expect(told('en', ['en-US@posix'])).toEqual(told('en', []))
  expect(told('es', [])[0]).toBe('19:28')
})
