import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DCLinter } from 'dclint'
import { describe, expect, test } from 'vitest'
import { root } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { filledText, textOf, variablesOf } from './files.ts'

const files = readdirSync(root).filter((name) => /^docker-compose.*\.yml$/.test(name))

/** What is not ours: an order of keys, and a name of the project in files that are laid over another. */
const otherTastes = [
  'require-project-name-field',
  'service-dependencies-alphabetical-order',
  'service-keys-order',
  'service-ports-alphabetical-order',
  'services-alphabetical-order',
  'top-level-properties-order',
]
type Rules = ConstructorParameters<typeof DCLinter>[0]['rules']
const rules: Rules = {
  ...Object.fromEntries(otherTastes.map((name): [string, 0] => [name, 0])),
  'require-quotes-in-ports': [2, { quoteType: 'double' }],
}

type Complaint = { rule: string; line: number; message: string }

/** What the schema of the Compose specification, and dclint's rules of safety, say of a file: a line each. */
const complaintsOf = (path: string): string[] => {
  const linter = new DCLinter({ rules, quiet: true, debug: false, exclude: [] })
  const results: { messages: Complaint[] }[] = linter.lintFiles([path], false)
  if (results.length !== 1) throw new Error(`${path} was not read`)
  return results.flatMap(({ messages }) => messages.map(({ rule, line, message }) => `${line}: ${rule}: ${message}`))
}

const write = (text: string): string => {
  const folder = join(temporary(), 'compose')
  mkdirSync(folder)
  const path = join(folder, 'docker-compose.yml')
  writeFileSync(path, text)
  return path
}

test('there are files to check', () => expect(files.length).toBeGreaterThan(2))

describe.each(files)('%s', (file) => {
  test('is as the Compose specification says', () => {
    expect(complaintsOf(join(root, file))).toEqual([])
  })

  test('still is when its variables have their defaults, and when they are set', () => {
    const set = Object.fromEntries(variablesOf(textOf(file)).map(([name, otherwise]) => [name, otherwise || '7']))
    for (const given of [{}, set]) expect(complaintsOf(write(filledText(file, given)))).toEqual([])
  })
})

describe('a file is refused', () => {
  const base = textOf('docker-compose.yml')
  const breaches: [what: string, from: string | RegExp, to: string, says: RegExp][] = [
    ['with a key that there is none of', '    init: true', '    inti: true', /invalid-schema/],
    ['with a value of another kind', '    read_only: true', '    read_only: [yes, no]', /invalid-schema.*read_only/],
    ['with a condition that nobody knows', 'service_healthy', 'service_health', /invalid-schema.*depends_on/],
    ['with a service where none belongs', 'services:\n', 'services:\n  - lab\n', /invalid-yaml|invalid-schema/],
    ['with an image that moves', /ollama\/ollama:[\d.]+/, 'ollama/ollama:latest', /service-image-require-explicit-tag/],
    ['with a port for all the world', /"127[^"]*"/, '"8765:8765"', /no-unbound-port-interfaces/],
  ]
  test.each(breaches)('%s', (_what, from, to, says) => {
    const broken = base.replace(from, () => to)
    expect(broken).not.toBe(base)
    expect(complaintsOf(write(broken)).join('\n')).toMatch(says)
  })
})
