import { expect, test } from 'vitest'
import { loadConfig } from '../config.ts'

const ollama = (env: Record<string, string>) => loadConfig({ env }).config.models.ollama['base-url']

test.each([
  ['gpu-box', 'http://gpu-box:11434'],
  ['0.0.0.0', 'http://127.0.0.1:11434'],
  ['0.0.0.0:8080', 'http://127.0.0.1:8080'],
  [':8080', 'http://127.0.0.1:8080'],
  ['[::1]:8080', 'http://[::1]:8080'],
  ['https://gpu-box/ollama/', 'https://gpu-box/ollama'],
])('OLLAMA_HOST %s is the address %s', (value, address) => {
  expect(ollama({ OLLAMA_HOST: value })).toBe(address)
})

test('OLLAMA_BASE_URL goes before OLLAMA_HOST', () => {
  expect(ollama({ OLLAMA_BASE_URL: 'http://a:1', OLLAMA_HOST: 'b' })).toBe('http://a:1')
})

test('OLLAMA_TEXT_MODEL names a model of Ollama', () => {
  expect(loadConfig({ env: { OLLAMA_TEXT_MODEL: 'qwen3:8b' } }).config.model).toBe('ollama:qwen3:8b')
})

test('the environment goes before the file, and the command line before the environment', () => {
  const env = { WS_PORT: '2', WS_HOST: '::1' }
  expect(loadConfig({ text: 'port: 1\nhost: a', env }).config).toMatchObject({ port: 2, host: '::1' })
  expect(loadConfig({ env, flags: { port: '3' } }).config.port).toBe(3)
  expect(loadConfig({ env, flags: { port: 3 }, sets: ['port=4', 'port=5'] }).config.port).toBe(5)
})

test('an empty variable is as good as none', () => {
  expect(loadConfig({ env: { WS_PORT: '', WS_HOST: undefined } }).config).toMatchObject({ port: 8765, host: 'localhost' })
})

test.each(['abc', '70000', '-1', '80.5'])('a WS_PORT of %s is refused by its name', (value) => {
  expect(() => loadConfig({ env: { WS_PORT: value } })).toThrow(/^WS_PORT: must be a whole number from 0 to 65535, not /)
})
