import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GalError } from '../core/error.ts'
import { configSchema } from './config/schema.ts'
import { pathsOf, viewAt, viewOf } from './config/schema-view.ts'
import { type ConfigInput, configHash, loadConfig } from './config.ts'

const refusal = (input: ConfigInput): GalError => {
  try {
    loadConfig(input)
  } catch (error) {
    if (error instanceof GalError) return error
    throw error
  }
  throw new Error('it was accepted')
}
const problems = (input: ConfigInput) => refusal(input).message.split('\n')

test('without anything given, every key has its default', () => {
  expect(loadConfig({})).toMatchObject({
    config: { language: 'en', seed: 1, model: 'auto', port: 8765, gates: { 'report-writing': 'off' }, experiments: { seconds: 600 } },
    warnings: [],
  })
})

test('every problem is told at once, with file, line, key, and what would be right', () => {
  const text = [
    'prot: 3',
    'seed: -1',
    'phases:',
    '  literature-review:',
    '    paper: 3',
    'gates:',
    '  report-writing: aks',
    'papers: 9',
    'serve: 1',
  ].join('\n')
  expect(problems({ text, file: 'lab.yaml' })).toEqual([
    'lab.yaml:1: prot: there is no such key; did you mean port?',
    'lab.yaml:2: seed: must be a whole number of at least 0, not -1',
    'lab.yaml:5: phases.literature-review.paper: there is no such key; did you mean phases.literature-review.papers?',
    'lab.yaml:7: gates.report-writing: must be one of off, ask, not "aks"; did you mean ask?',
    'lab.yaml:8: papers: there is no such key; did you mean phases.literature-review.papers?',
    'lab.yaml:9: serve: must be true or false, not 1',
  ])
})

test('a key that is like no other is answered with those that there are', () => {
  expect(problems({ text: 'budget:\n  colour: red' })).toEqual([
    'config.yaml:2: budget.colour: there is no such key; budget has calls, tokens, money, seconds, phases',
  ])
})

test('--set changes single keys, and its problems are told like those of the file', () => {
  const { config } = loadConfig({
    text: 'budget: {calls: 5}',
    sets: ['budget.tokens=9', 'sources.use=[arxiv]', 'budget.phases.report-writing={calls: 2}'],
  })
  expect(config).toMatchObject({ budget: { calls: 5, tokens: 9, phases: { 'report-writing': { calls: 2 } } }, sources: { use: ['arxiv'] } })
  expect(problems({ sets: ['budget.call=3', 'port=abc', 'seed', 'budget..calls=1'] })).toEqual([
    '--set "budget..calls": must be written key=value, as in --set budget.calls=100',
    '--set "seed": must be written key=value, as in --set budget.calls=100',
    '--set budget.call: there is no such key; did you mean budget.calls?',
    '--set port: must be a whole number from 0 to 65535, not "abc"',
  ])
})

test.each(['Does it help: yes or no?', 'C# against F #', '2024', "Kant's [sic] a, b", '*all* papers', '- one'])(
  '--set takes the topic %j as it is',
  (topic) => {
    expect(loadConfig({ sets: [`topic=${topic}`] }).config.topic).toBe(topic)
  },
)

test('an empty value, in the file or in --set, leaves a key at its default', () => {
  expect(loadConfig({ text: 'seed:\nbudget:\nphases:\n  report-writing:', sets: ['port='] })).toEqual(loadConfig({}))
})

test('a key that everything has by inheritance is unknown, and nothing is polluted', () => {
  const lines = problems({
    text: 'ui: {__proto__: {polluted: 1}}\nconstructor: {prototype: {polluted: 1}}',
    sets: ['__proto__.polluted=1', 'toString=1'],
  })
  expect(lines).toHaveLength(4)
  for (const line of lines) expect(line).toMatch(/there is no such key/)
  expect({}).not.toHaveProperty('polluted')
})

test('YAML that cannot be read is told with line and column', () => {
  expect(problems({ text: 'seed: 1\nui: [1', file: 'a.yaml' })[0]).toMatch(/^a\.yaml:2:\d+: Flow sequence/)
  expect(problems({ text: 'seed: 1\nseed: 2', file: 'a.yaml' })).toEqual(['a.yaml:2:1: Map keys must be unique'])
  expect(problems({ text: 'just words' })).toEqual(['config.yaml:1: must hold keys with values, as in "seed: 7"'])
})

test('aliases that multiply, refer to themselves or to nothing are refused', () => {
  const levels = [...'bcdefghi'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`)
  const bomb = ['a: &a [x, x, x]', ...levels].join('\n')
  for (const text of [bomb, 'a: &a {b: *a, c: *a}', 'a: *nowhere', '['.repeat(5000)]) expect(refusal({ text }).code).toBe('bad-config')
})

test('a missing file is named, with the command that writes one; a folder is no file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-config-'))
  try {
    const file = join(folder, 'config.yaml')
    expect(refusal({ file })).toMatchObject({ code: 'missing-file', hint: expect.stringContaining('gal init') })
    expect(refusal({ file: folder })).toMatchObject({ code: 'bad-config', message: `${folder}: is a folder, not a file` })
    writeFileSync(file, 'seed: 7\n')
    expect(loadConfig({ file }).config.seed).toBe(7)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the hash is the same wherever a run is kept or shown, and another for what changes the run', () => {
  const hash = (...sets: string[]) => configHash(loadConfig({ sets }).config)
  expect(hash('runs=/tmp/x', 'host=::1', 'port=1', 'serve=false', 'ui.language=fr', 'prompts=mine')).toBe(hash())
  expect(hash('seed=2')).not.toBe(hash())
  expect(hash('phases.literature-review.papers=6')).not.toBe(hash())
})

const view = viewOf(configSchema)
const leaves = pathsOf(view).filter(
  (path) => viewAt(view, path.split('.'))?.default !== undefined && !viewAt(view, path.split('.'))?.properties,
)

test('any part of the defaults, written down, gives the defaults', () => {
  fc.assert(
    fc.property(fc.subarray(leaves), (paths) => {
      const sets = paths.map((path) => `${path}=${JSON.stringify(viewAt(view, path.split('.'))?.default)}`)
      expect(loadConfig({ sets })).toEqual(loadConfig({}))
    }),
    { numRuns: 20 },
  )
})

test('any key with one letter left out, doubled or swapped is told with a key that it can come from', () => {
  const mistakes = [
    (key: string, at: number) => key.slice(0, at) + key.slice(at + 1),
    (key: string, at: number) => key.slice(0, at) + key.charAt(at) + key.slice(at),
    (key: string, at: number) => key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...pathsOf(view)), fc.nat(), fc.constantFrom(...mistakes), (path, at, mistake) => {
      const keys = path.split('.')
      const key = keys.at(-1) ?? ''
      const wrong = mistake(key, at % (key.length - 1))
      const siblings = pathsOf(view).filter((other) => other.split('.').slice(0, -1).join('.') === keys.slice(0, -1).join('.'))
      fc.pre(wrong !== '' && !siblings.some((other) => other.split('.').at(-1) === wrong))
      const [line = ''] = problems({ sets: [`${[...keys.slice(0, -1), wrong].join('.')}=1`] })
      const meant = /did you mean (\S+)\?$/.exec(line)?.[1]
      expect(line).toContain(`--set ${[...keys.slice(0, -1), wrong].join('.')}: there is no such key`)
      // A short key, or one that another begins with (model, models), may be one letter away from two: then either will do.
      const alike = siblings.filter((other) => other.split('.').at(-1)?.startsWith(key.slice(0, -1)))
      expect(key.length > 4 ? [path, ...alike] : siblings).toContain(meant)
    }),
    { numRuns: 60 },
  )
})

test('whatever stands in the file or after --set, it is loaded or refused as a GalError', () => {
  const pieces = fc.constantFrom(
    'a',
    'topic',
    'budget',
    ': ',
    '\n',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!!set ',
    '? ',
    '|',
    '>',
    '"',
    "'",
    '#',
    '%YAML 1.1\n',
    '---\n',
    '1',
    '<<',
    ',',
    '\t',
  )
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 2 }), (file, sets) => {
      for (const input of [
        { text: file },
        { sets: sets.map((set) => `budget=${set}`) },
        { sets },
        { env: { WS_PORT: file, OLLAMA_HOST: file } },
      ]) {
        try {
          loadConfig(input)
        } catch (error) {
          if (!(error instanceof GalError)) throw error
        }
      }
    }),
    { numRuns: 100 },
  )
})
