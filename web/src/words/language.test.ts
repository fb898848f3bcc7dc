import { expect, test } from 'vitest'
import { languageFor } from './language.ts'

const nobody = { query: '', stored: null, preferred: [], served: 'en' }

test('the address goes before the stored choice, and that before what the browser prefers', () => {
  expect(languageFor({ query: '?lang=es', stored: 'fr', served: 'en', preferred: ['en-GB'] })).toBe('es')
  expect(languageFor({ query: '', stored: 'fr', served: 'en', preferred: ['es'] })).toBe('fr')
  expect(languageFor({ ...nobody, preferred: ['de-DE', 'fr-CA', 'es'] })).toBe('fr')
})

test('a language that the viewer does not speak is passed over, down to English', () => {
  expect(languageFor({ query: '?lang=tlh', stored: 'xx', served: 'xx', preferred: ['ja'] })).toBe('en')
  expect(languageFor({ ...nobody, query: '?lang=toString' })).toBe('en')
})

test('the server says it where it was told, before the browser', () => {
  expect(languageFor({ ...nobody, served: 'es', preferred: ['fr'] })).toBe('es')
  expect(languageFor({ ...nobody, served: 'en', preferred: ['fr'] })).toBe('fr')
})
