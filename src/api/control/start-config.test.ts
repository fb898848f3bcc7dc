import { expect, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import { loadConfig } from '../../lab/config.ts'
import { startConfig } from './start-config.ts'

const { config } = loadConfig({ sets: ['budget.calls=40', 'runs=/tmp/here'] })
const refused = (given: Record<string, unknown>): GalError => {
  try {
    startConfig(config, given)
  } catch (error) {
    if (error instanceof GalError) return error
    throw error
  }
  throw new Error('it was accepted')
}

test('what a run may be given goes over the configuration, key by key', () => {
  const given = {
    model: 'rehearsal',
    seed: 7,
    language: 'es',
    budget: { tokens: 9000 },
    gates: { 'plan-formulation': 'ask' },
    people: { questions: 1 },
  }
  expect(startConfig(config, given)).toMatchObject({ ...given, budget: { calls: 40, tokens: 9000 }, runs: '/tmp/here' })
  expect(startConfig(config, {})).toBe(config)
})

test.each([
  ['runs', { runs: '/etc' }],
  ['prompts', { prompts: '/etc' }],
  ['host', { host: '0.0.0.0' }],
  ['port', { port: 1 }],
  ['rest-port', { 'rest-port': 1 }],
  ['allowed-origins', { 'allowed-origins': ['https://evil.example'] }],
  ['sources.arxiv.base-url', { sources: { arxiv: { 'base-url': 'http://169.254.169.254/' } } }],
  ['sources.folder.path', { sources: { folder: { path: '/etc' } } }],
  ['models.openai.base-url', { models: { openai: { 'base-url': 'http://evil.example' } } }],
  ['models.openai.api-key-env', { models: { openai: { 'api-key-env': 'PATH' } } }],
  ['images.base-url', { images: { 'base-url': 'http://evil.example' } }],
  ['agents', { agents: [] }],
  ['serve', { serve: false }],
  ['api-key', { 'api-key': 'sk-0123456789' }],
  ['__proto__', JSON.parse('{"__proto__": {"runs": "/etc"}}')],
])('%s may not be set from outside, and is named', (key, given) => {
  const { code, message } = refused({ seed: 7, ...given })
  expect(code).toBe('bad-config')
  if (key !== '__proto__') expect(message).toContain(JSON.stringify(key))
})

test('a value that cannot be used is refused with its key', () => {
  expect(refused({ budget: { calls: -1 } })).toMatchObject({
    code: 'bad-config',
    message: expect.stringMatching(/budget\.calls: must be a whole number/),
  })
  expect(refused({ budget: { cals: 1 } }).message).toMatch(/did you mean budget\.calls/)
  expect(refused({ seed: null, model: ['x'] }).message).toMatch(/model: must be/)
})

test('a key without a value is refused: left out is how a setting is left alone', () => {
  expect(() => startConfig(config, { budget: { calls: null } })).toThrow(expect.objectContaining({ code: 'bad-config' }))
})

test.each(['{"__proto__":{"runs":"/x"}}', '{"budget":{"phases":{"__proto__":{"calls":1}}}}'])('%s is refused', (json) => {
  expect(() => startConfig(config, JSON.parse(json))).toThrow(expect.objectContaining({ code: 'bad-config' }))
})

test.each(['llama:/etc/passwd', 'llama:../x.gguf', 'llama:~/x.gguf', 'llama:a\\b.gguf'])(
  '%s names a file, which nobody may do from outside',
  (model) => {
    expect(refused({ model }).message).toContain('a file is not to be named from outside')
  },
)

test('a model in the folder of models may be named', () => {
  expect(startConfig(config, { model: 'llama:small.gguf' })).toMatchObject({ model: 'llama:small.gguf' })
})
