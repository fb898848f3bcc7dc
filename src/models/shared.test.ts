import { expect, test } from 'vitest'
import { modelsSettings } from './settings.ts'
import { createShared } from './shared.ts'

const two = { ollama: [{ 'base-url': 'http://a' }, { 'base-url': 'http://b', weight: 2 }] }
const settings = (more: object) => modelsSettings.parse({ servers: two, ...more })

test('models that are opened apart share their servers and the places of their Ollama, whatever else is set', () => {
  const shared = createShared()
  const [one, other] = [shared(settings({})), shared(settings({ model: 'ollama:x', temperature: 0.1 }))]
  expect(one.servers.get('ollama')).toHaveLength(2)
  for (const place of [0, 1]) expect(other.servers.get('ollama')?.[place]).toBe(one.servers.get('ollama')?.[place])
  expect(other.ollamaSlots).toBe(one.ollamaSlots)
})

test('a server with another weight, of another provider or of another process is another', () => {
  const shared = createShared()
  const first = shared(settings({})).servers.get('ollama')?.[0]
  const others = [
    shared(settings({ servers: { ollama: [{ 'base-url': 'http://a', weight: 5 }] } })).servers.get('ollama')?.[0],
    shared(settings({ servers: { openai: [{ 'base-url': 'http://a', concurrency: 1 }] } })).servers.get('openai')?.[0],
    createShared()(settings({})).servers.get('ollama')?.[0],
  ]
  expect(others.every((server) => server !== undefined && server !== first)).toBe(true)
})

test('an Ollama at another address has places of its own', () => {
  const shared = createShared()
  const elsewhere = shared(modelsSettings.parse({ ollama: { 'base-url': 'http://c' } }))
  expect(elsewhere.ollamaSlots).not.toBe(shared(modelsSettings.parse({})).ollamaSlots)
})
