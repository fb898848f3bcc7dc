import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import { type Modelfile, parseModelfile } from './modelfile.ts'

const refusalOf = (text: string): string => {
  try {
    parseModelfile(text)
  } catch (error) {
    if (error instanceof GalError) return error.message
    throw error
  }
  throw new Error(`${text} was taken`)
}

const whole = `# a comment
FROM qwen3:4b
parameter temperature 1
PARAMETER num_ctx 16384
PARAMETER stop "<|im_end|>"
PARAMETER stop <|im_start|>
PARAMETER use_mmap false
SYSTEM """You are terse.
# this is no comment
You cite "papers"."""

TEMPLATE "{{ .Prompt }}"
MESSAGE user Is it so?
MESSAGE assistant """It is.
Quite."""
ADAPTER ./one.gguf
LICENSE MIT
LICENSE """
Another,
in lines.
"""
`

test('reads every instruction, in capitals or not, with values over several lines', () => {
  expect(parseModelfile(whole)).toEqual({
    from: { value: 'qwen3:4b', line: 2 },
    parameters: { temperature: 1, num_ctx: 16384, stop: ['<|im_end|>', '<|im_start|>'], use_mmap: false },
    system: 'You are terse.\n# this is no comment\nYou cite "papers".',
    template: '{{ .Prompt }}',
    messages: [
      { role: 'user', content: 'Is it so?' },
      { role: 'assistant', content: 'It is.\nQuite.' },
    ],
    adapters: [{ value: './one.gguf', line: 16 }],
    licenses: ['MIT', '\nAnother,\nin lines.\n'],
  })
})

test('reads lines that end as on Windows, and a mark of the byte order; spaces within quotes stay', () => {
  expect(parseModelfile('FROM a\nSYSTEM """b  \n c """  ').system).toBe('b  \n c ')
  expect(parseModelfile('\uFEFFFROM a\r\nSYSTEM """b\r\nc"""\r\n')).toMatchObject({ from: { value: 'a' }, system: 'b\nc' })
})

test('reads the Modelfile that comes with gal', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../Modelfile'), 'utf8')
  expect(parseModelfile(text)).toMatchObject({ parameters: { num_ctx: 16384 }, system: expect.any(String) })
})

describe('what is wrong is said with its line:', () => {
  test.each([
    ['', /^Modelfile:1: nothing says which model/],
    ['\nFORM a', /^Modelfile:2: there is no instruction 'FORM'/],
    ['FROM a\nFROM b', /^Modelfile:2: there is a second FROM/],
    ['FROM', /^Modelfile:1: FROM names no model/],
    ['FROM a\n\nPARAMETER num_ctxx 1', /^Modelfile:3: there is no parameter 'num_ctxx'/],
    ['FROM a\nPARAMETER num_ctx many', /^Modelfile:2: num_ctx takes a whole number, and not 'many'/],
    ['FROM a\nPARAMETER num_ctx', /^Modelfile:2: num_ctx takes a whole number/],
    ['FROM a\nPARAMETER temperature 1,5', /^Modelfile:2: temperature takes a number/],
    ['FROM a\nPARAMETER use_mmap maybe', /^Modelfile:2: use_mmap takes true or false/],
    ['FROM a\nPARAMETER constructor 1', /^Modelfile:2: there is no parameter 'constructor'/],
    ['FROM a\nSYSTEM """never\nclosed', /^Modelfile:2: the quotes of SYSTEM are never closed/],
    ['FROM a\nMESSAGE lab Hello', /^Modelfile:2: a message is from system, user or assistant, and not from 'lab'/],
    ['FROM a\nMESSAGE user', /^Modelfile:2: the message from user says nothing/],
    ['FROM a\nADAPTER', /^Modelfile:2: ADAPTER names no file/],
  ])('%j', (text, says) => {
    expect(refusalOf(text)).toMatch(says)
  })
})

/** A Modelfile's text for what it says, each value in three quotes. */
const render = ({ from, parameters, system, template, messages, adapters, licenses }: Modelfile): string =>
  [
    `FROM ${from.value}`,
    ...Object.entries(parameters).flatMap(([name, value]) => [value].flat().map((one) => `PARAMETER ${name} ${one}`)),
    ...(system === undefined ? [] : [`SYSTEM """${system}"""`]),
    ...(template === undefined ? [] : [`TEMPLATE """${template}"""`]),
    ...messages.map(({ role, content }) => `MESSAGE ${role} """${content}"""`),
    ...adapters.map(({ value }) => `ADAPTER ${value}`),
    ...licenses.map((license) => `LICENSE """${license}"""`),
  ].join('\n')

const name = fc.stringMatching(/^[a-z0-9][a-z0-9:./_-]{0,20}$/)
/** Any text that three quotes can hold: a line of it that ends with them would close it. */
const text = fc.string({ unit: 'grapheme' }).map((raw) => raw.replaceAll(/["\r\n\uFEFF]|^\s+|\s+$/g, ''))
const lines = fc.array(text, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n'))
const modelfile: fc.Arbitrary<Modelfile> = fc.record(
  {
    from: name.map((value) => ({ value, line: 1 })),
    parameters: fc.record(
      {
        num_ctx: fc.nat(),
        temperature: fc.double({ min: 0, max: 2, noNaN: true }).map((value) => Math.abs(value)),
        use_mmap: fc.boolean(),
        stop: fc.array(fc.stringMatching(/^[<|a-z>]{1,8}$/), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
    system: lines,
    template: lines,
    messages: fc.array(
      fc.record({
        role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const),
        content: lines.filter((content) => content !== ''),
      }),
    ),
    adapters: fc.constant([]),
    licenses: fc.array(lines, { maxLength: 2 }),
  },
  { requiredKeys: ['from', 'parameters', 'messages', 'adapters', 'licenses'] },
)

test('what is written as a Modelfile is read again as it was', () => {
  fc.assert(
    fc.property(modelfile, (written) => {
      expect(parseModelfile(render(written))).toEqual(written)
    }),
  )
})

test('no text is a defect: it is read, or refused with a line that it has', () => {
  const word = fc.constantFrom('FROM a', 'SYSTEM', '"""', '"', 'PARAMETER', 'num_ctx', '12', 'MESSAGE', 'user', '\n', ' ', '#', 'LICENSE')
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(word, fc.string({ maxLength: 6 }))).map((words) => words.join('')),
  )
  fc.assert(
    fc.property(texts, (given) => {
      try {
        expect(parseModelfile(given).from.value).not.toBe('')
      } catch (error) {
        if (!(error instanceof GalError)) throw error
        const line = Number(/^Modelfile:(\d+): /.exec(error.message)?.[1])
        expect(line).toBeGreaterThan(0)
        expect(line).toBeLessThanOrEqual(given.split('\n').length)
      }
    }),
    { numRuns: 500 },
  )
})
