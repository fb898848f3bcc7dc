import { expect, test } from 'vitest'
import { GalError } from '../core/error.ts'
import { explain } from './report-error.ts'

const nasty = 'a\u001b[2Jb\u202e\u0007'

test.each([
  ['a misuse', new GalError('bad-config', `${nasty}\nsecond`, nasty), ['gal: a·[2Jb··', 'gal: second', '  a·[2Jb··']],
  [
    'a trouble of the machine',
    Object.assign(new Error(nasty), { code: 'ENOSPC' }),
    ['gal: a·[2Jb··', '  the disk is full; free some space, then gal resume'],
  ],
])('%s is told without control characters, line by line', (_, error, lines) => {
  expect(explain(error).lines).toEqual(lines)
})

test('a defect shows its stack with its indentation, without control characters', () => {
  const { lines } = explain(new Error(`${nasty}\nsecond`))
  expect(lines.slice(0, 2)).toEqual(['gal: this is a defect in gal: a·[2Jb··', 'gal: second'])
  expect(lines.some((line) => /^ {4}at /.test(line))).toBe(true)
  expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})
