import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import { loadConfig } from '../config.ts'

const linesOf = (input: Parameters<typeof loadConfig>[0]): string[] => {
  try {
    loadConfig(input)
  } catch (error) {
    return (error as Error).message.split('\n')
  }
  throw new Error('it was accepted')
}

const many = Array.from({ length: 32_700 }, (_, at) => `k${10_000 + at}:`).join('\n')

test('of many problems the first 20 are told by line, and the rest are counted', () => {
  const lines = linesOf({ text: Array.from({ length: 1500 }, (_, at) => `k${at}: 1`).join('\n') })
  expect(lines).toHaveLength(21)
  expect(lines[0]).toMatch(/^config\.yaml:1: k0: there is no such key/)
  expect(lines[19]).toMatch(/^config\.yaml:20: k19: there is no such key/)
  expect(lines[20]).toBe('… and 1,480 more')
})

test('a file as long as may be, of nothing but unknown keys, is refused without delay, and a longer one at once', () => {
  const since = performance.now()
  expect(linesOf({ text: many })).toHaveLength(21)
  // Comparing each key with each takes ten times as long.
  expect(performance.now() - since).toBeLessThan(3000)
  expect(linesOf({ text: `#${'x'.repeat(256 * 1024)}` })).toEqual(['config.yaml: has 262,145 characters, which no configuration needs'])
})

test('a second document is refused with its line, also when it holds nothing', () => {
  const told = ['a.yaml:3: a second document begins here; a configuration is one']
  expect(linesOf({ text: 'seed: 1\n\n---\nport: 2\n', file: 'a.yaml' })).toEqual(told)
  expect(linesOf({ text: 'seed: 1\n\n---\n', file: 'a.yaml' })).toEqual(told)
  expect(loadConfig({ text: '---\nseed: 2\n...\n# the end\n' }).config.seed).toBe(2)
})

test('a key given twice is told with its place, in lists and maps of any depth', () => {
  expect(linesOf({ text: 'budget:\n  calls: 1\n  "calls": 2\n' })).toEqual(['config.yaml:3:3: Map keys must be unique'])
})

test('a key cannot forge a line of its own, nor reach the terminal as it is', () => {
  const lines = linesOf({ text: '"a\\nb.yaml:1: fine\\e[2J\\u202e\\x9b": 1\n', sets: ['\u001b\u202e'] })
  expect(lines).toHaveLength(2)
  expect(lines.join('\n')).toContain('config.yaml:1: a\\nb.yaml:1: fine\\u001b[2J\\u202e\\u009b: there is no such key')
  expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})

test('a secret is in no problem, even where what cannot be seen in it is escaped', () => {
  const secret = 'sk-\u202e-0123456789'
  expect(linesOf({ text: `api-key: "${secret}"\nseed: "${secret}"\n` }).join('\n')).not.toContain('0123456789')
})

test('whatever the text, it is taken or refused, and never breaks the reader', () => {
  const piece = fc.constantFrom(
    'a',
    ': ',
    '\n',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '?',
    '&x ',
    '*x',
    '"',
    '|',
    '---\n',
    '!!set ',
    '#',
    '\u001b',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      try {
        loadConfig({ text: pieces.join('') })
      } catch (error) {
        expect(error).toBeInstanceOf(GalError)
      }
    }),
    { numRuns: 300 },
  )
})

test('an option that is given empty is told, and not taken for its default', () => {
  expect(linesOf({ flags: { seed: '', model: ' ' } })).toEqual([
    expect.stringMatching(/^--model: must be .+, not nothing$/),
    '--seed: must be a whole number of at least 0, not nothing',
  ])
})

test.each([
  ['models.roles.__proto__=openai:m', '--set models.roles.__proto__: there is no such key'],
  ['models.phases.__proto__=openai:m', '--set models.phases.__proto__: there is no such key'],
  ['__proto__.seed=1', '--set __proto__'],
  ['models.__proto__.seed=1', '--set models.__proto__'],
])('--set %s is refused as any key that is none', (set, says) => {
  const lines = linesOf({ sets: [set] })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(says)
})

test('a file that names the prototype is refused with its line', () => {
  expect(linesOf({ text: 'seed: 1\nmodels:\n  roles:\n    __proto__: openai:m\n' })).toEqual([
    expect.stringMatching(/^config\.yaml:4: models\.roles\.__proto__: there is no such key/),
  ])
})

test.each(['[]', '3', '[7]'])('servers that are %s are refused with what a list of them takes', (value) => {
  const [line] = linesOf({ sets: [`models.servers.ollama=${value}`] })
  expect(line).toMatch(/^--set models\.servers\.ollama/)
  expect(line).not.toContain('texts')
  if (value !== '[7]') expect(line).toContain('must be at least one server, each with base-url, not ')
})
