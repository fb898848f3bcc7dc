import { expect, test } from 'vitest'
import { safeLink } from './safe-link.ts'

test('addresses of the web are links', () => {
  expect(safeLink('https://arxiv.org/abs/1906.02629')).toBe('https://arxiv.org/abs/1906.02629')
  expect(safeLink('http://localhost/a b')).toBe('http://localhost/a%20b')
})

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '/v1/runs',
  '//x',
  '',
])('%j is no link', (address) => expect(safeLink(address)).toBeUndefined())

test('no address is no link', () => {
  expect(safeLink(null)).toBeUndefined()
})
