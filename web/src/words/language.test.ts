import { expect, test } from 'vitest'
import { languageFor } from './language.ts'

const nobody = { query: '', stored: null, preferred: [] }

test('the address goes before the stored choice, and that before what the browser prefers', () => {
  expect(languageFor({ query: '?lang=es', stored: 'fr', preferred: ['en-GB'] })).toBe('es')
  expect(languageFor({ query: '', stored: 'fr', preferred: ['es'] })).toBe('fr')
  expect(languageFor({ ...nobody, preferred: ['de-DE', 'fr-CA', 'es'] })).toBe('fr')
})

test('a language that the viewer does not speak is passed over, down to English', () => {
  expect(languageFor({ query: '?lang=tlh', stored: 'xx', preferred: ['ja'] })).toBe('en')
  expect(languageFor({ ...nobody, query: '?lang=toString' })).toBe('en')
})
