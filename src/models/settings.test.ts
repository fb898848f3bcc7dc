import { expect, test } from 'vitest'
import { modelsSettings } from './settings.ts'

test('no settings are good settings: all have defaults', () => {
  expect(modelsSettings.parse({})).toMatchObject({
    model: 'auto',
    roles: {},
    ollama: { 'base-url': 'http://127.0.0.1:11434', concurrency: 1 },
    openai: { 'api-key-env': 'OPENAI_API_KEY', structured: 'schema' },
    retry: { tries: 4 },
    price: { input: 0, output: 0 },
  })
})

test.each([
  { modle: 'auto' },
  { ollama: { 'base-url': 'localhost:11434' } },
  { ollama: { concurrency: 0 } },
  { openai: { 'base-url': 'https://me:secret@host/v1' } },
  { roles: { janitor: 'rehearsal' } },
  { temperature: 3 },
  { providers: { openia: {} } },
  { providers: { groq: { api: 'native' } } },
  { providers: { mistral: { 'api-version': '1' } } },
  { providers: { azure: { 'base-url': 'https://x.test', 'api-version': 'a&b' } } },
  { servers: { ollama: [] } },
  { servers: { ollama: [{ weight: 2 }] } },
  { servers: { ollama: [{ 'base-url': 'http://a', weight: 0 }] } },
  { openai: { 'api-key-env': 'sk-a-key-itself' } },
])('refuses %j', (settings) => {
  expect(modelsSettings.safeParse(settings).success).toBe(false)
})
