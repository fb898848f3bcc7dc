import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import { configHash, loadConfig, redact } from '../config.ts'

const secret = 'sk-proj-0123456789abcdef'
const sample = (key: string) => `# a file as people of AgentLaboratory have it
copilot-mode: "True"
research-topic: "Your goal is to find out whether smoothing helps: on a small data set"
api-key: ${JSON.stringify(key)}
llm-backend: "o3-mini"
lit-review-backend: "gpt-4o-mini"
language: "Spanish"
num-papers-lit-review: "7"
num-papers-to-write: 4
parallel-labs: True
num-parallel-labs: 8
mlesolver-max-steps: 2
papersolver-max-steps: "1"
lab-index: 1
load-existing: False
except-if-fail: False
compile-latex: True
agentRxiv: False
task-notes:
  plan-formulation:
    - 'Plan one experiment only.'
    - 'Use ${key.replaceAll("'", "''")} for nothing.'
  running-experiments: 'Keep it small.'
`

test("an AgentLaboratory file is taken as it is: its keys become gal's", () => {
  const { config, secrets } = loadConfig({ text: sample(secret) })
  expect(config).toMatchObject({
    topic: 'Your goal is to find out whether smoothing helps: on a small data set',
    language: 'es',
    model: 'o3-mini',
    models: { phases: { 'literature-review': 'gpt-4o-mini' } },
    phases: { 'literature-review': { papers: 7 }, 'running-experiments': { rounds: 2 }, 'report-writing': { edits: 1 } },
    'task-notes': {
      'plan-formulation': ['Plan one experiment only.', 'Use [OPENAI_API_KEY] for nothing.'],
      'running-experiments': ['Keep it small.'],
    },
  })
  expect(new Set(Object.values(config.gates))).toEqual(new Set(['ask']))
  expect([...secrets]).toEqual([['OPENAI_API_KEY', secret]])
})

test('what gal does not do is said with file and line, and only when it was asked for', () => {
  const { warnings } = loadConfig({ text: sample(secret), file: 'old.yaml' })
  expect(warnings.map((line) => line.split(':').slice(0, 3).join(':'))).toEqual([
    'old.yaml:4: api-key',
    'old.yaml:9: num-papers-to-write',
    'old.yaml:10: parallel-labs',
    'old.yaml:11: num-parallel-labs',
    'old.yaml:14: lab-index',
    'old.yaml:17: compile-latex',
  ])
})

test('a key in the file is nowhere but in the secrets, and the hash does not depend on it', () => {
  const other = loadConfig({ text: sample('sk-quite-another-key') })
  fc.assert(
    fc.property(fc.string({ minLength: 9, maxLength: 60 }), (tail) => {
      const key = `sk"${tail}`.trim().toWellFormed()
      const { config, warnings, secrets } = loadConfig({ text: sample(key) })
      expect(secrets.get('OPENAI_API_KEY')).toBe(key)
      const inside = JSON.stringify(key).slice(1, -1)
      for (const text of [JSON.stringify(config), JSON.stringify(warnings)]) expect(text.includes(inside)).toBe(false)
      expect(configHash(config)).toBe(configHash(other.config))
    }),
    { numRuns: 30 },
  )
})

test('a key is in no problem either, wherever it was written', () => {
  const text = `api-key: ${secret}\nseed: ${secret}\nui: {language: ${secret}}\n`
  expect(() => loadConfig({ text, sets: [`port=${secret}`] })).toThrow(GalError)
  expect(() => loadConfig({ text, sets: [`port=${secret}`] })).not.toThrow(new RegExp(secret))
  expect(() => loadConfig({ text: `api-key: "${secret}" ${secret}\n` })).not.toThrow(new RegExp(secret))
})

test.each(['OPENAI-API-KEY-HERE', 'YOUR_OPENAI_API_KEY_HERE', 'short'])('%s in the place of a key is none', (text) => {
  const { secrets, warnings } = loadConfig({ text: `api-key: ${text}` })
  expect(secrets.size).toBe(0)
  expect(warnings).toEqual(['config.yaml:1: api-key: holds no key; set the environment variable OPENAI_API_KEY instead'])
})

test.each([
  ['English', 'en'],
  ['chinese', 'zh'],
  ['Español', 'es'],
  ['pt-BR', 'pt-BR'],
  ['DE', 'de'],
])('the language %s is %s', (name, code) => {
  expect(loadConfig({ text: `language: ${name}` }).config.language).toBe(code)
})

test("gal's own keys may stand beside them and go first", () => {
  expect(loadConfig({ text: 'topic: mine\nresearch-topic: theirs\nseed: 3' }).config).toMatchObject({ topic: 'mine', seed: 3 })
})

test('a bad value is told by the name that stands in the file', () => {
  expect(() => loadConfig({ text: 'mlesolver-max-steps: many', file: 'a.yaml' })).toThrow(
    'a.yaml:1: mlesolver-max-steps: must be a whole number from 1 to 50, not "many"',
  )
})

test('a secret is taken out of a text as it is, as JSON and as part of an address', () => {
  const secrets = new Map([['KEY', 'a"b/c d$&x']])
  expect(redact('1 a"b/c d$&x 2 a\\"b/c d$&x 3 a%22b%2Fc%20d%24%26x', secrets)).toBe('1 [KEY] 2 [KEY] 3 [KEY]')
})
