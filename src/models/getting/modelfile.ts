import { GalError } from '../../core/error.ts'
import { nearest } from '../../core/nearest.ts'

export type ParameterValue = number | boolean | string | string[]
type Said = { role: 'system' | 'user' | 'assistant'; content: string }
/** A value, and the line of the Modelfile that it begins on. */
type Placed = { value: string; line: number }

/** What a Modelfile says (https://docs.ollama.com/modelfile). `from` is a model's name or the path of a file. */
export type Modelfile = {
  from: Placed
  adapters: Placed[]
  parameters: Record<string, ParameterValue>
  system?: string
  template?: string
  messages: Said[]
  licenses: string[]
}

type Instruction = { word: string; value: string; line: number }
type Fail = (line: number, problem: string, hint?: string) => GalError

const whole = /^[+-]?\d+$/
const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

type Kind = { what: string; read(text: string): number | boolean | string | undefined }
const kinds = {
  whole: { what: 'a whole number', read: (text) => (whole.test(text) ? Number(text) : undefined) },
  number: { what: 'a number', read: (text) => (number.test(text) ? Number(text) : undefined) },
  truth: { what: 'true or false', read: (text) => ({ true: true, false: false })[text.toLowerCase()] },
  text: { what: 'a text', read: (text) => text },
} as const satisfies Readonly<Record<string, Kind>>

/** The parameters that Ollama knows, and what each takes. */
const parameters: Readonly<Record<string, keyof typeof kinds>> = {
  num_ctx: 'whole',
  num_predict: 'whole',
  num_keep: 'whole',
  num_batch: 'whole',
  num_gpu: 'whole',
  main_gpu: 'whole',
  num_thread: 'whole',
  num_gqa: 'whole',
  seed: 'whole',
  top_k: 'whole',
  repeat_last_n: 'whole',
  mirostat: 'whole',
  temperature: 'number',
  top_p: 'number',
  min_p: 'number',
  typical_p: 'number',
  tfs_z: 'number',
  repeat_penalty: 'number',
  presence_penalty: 'number',
  frequency_penalty: 'number',
  mirostat_tau: 'number',
  mirostat_eta: 'number',
  penalize_newline: 'truth',
  use_mmap: 'truth',
  use_mlock: 'truth',
  low_vram: 'truth',
  numa: 'truth',
  f16_kv: 'truth',
  vocab_only: 'truth',
  logits_all: 'truth',
  stop: 'text',
}

/** A value without its quotes; nothing while its closing ones have not come. */
const unquoted = (text: string): string | undefined => {
  for (const quote of ['"""', '"']) {
    if (!text.startsWith(quote)) continue
    return text.length >= 2 * quote.length && text.endsWith(quote) ? text.slice(quote.length, -quote.length) : undefined
  }
  return text
}

/** The instructions of a text, one after the other. A value in quotes goes on until a line that ends with the closing ones. */
const instructionsOf = (text: string, fail: Fail): Instruction[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const found: Instruction[] = []
  let at = 0
  while (at < lines.length) {
    const line = at + 1
    const [, word = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(lines[at] ?? '') ?? []
    at += 1
    if (word === '' || word.startsWith('#')) continue
    // The words before a value that may be in quotes: the name of a parameter, the role of a message.
    const [, lead = '', opening = ''] = /^(PARAMETER|MESSAGE)$/i.test(word) ? (/^(\S*)\s*(.*)$/s.exec(rest) ?? []) : [rest, '', rest]
    let raw = opening
    while (unquoted(raw.trimEnd()) === undefined && at < lines.length) {
      raw = `${raw}\n${lines[at]}`
      at += 1
    }
    const value = unquoted(raw.trimEnd())
    if (value === undefined)
      throw fail(line, `the quotes of ${word.toUpperCase()} are never closed`, 'end the last line of its value with the same quotes')
    found.push({ word: word.toUpperCase(), value: lead === '' ? value : `${lead} ${value}`, line })
  }
  return found
}

const firstWord = (value: string): [string, string] => {
  const space = value.indexOf(' ')
  return space < 0 ? [value, ''] : [value.slice(0, space), value.slice(space + 1)]
}

const roles: Readonly<Record<string, Said['role']>> = { system: 'system', user: 'user', assistant: 'assistant' }

type Draft = Omit<Modelfile, 'from'> & { from?: Placed }
type Read = (draft: Draft, instruction: Instruction, fail: Fail) => void

const readParameter: Read = (draft, { value, line }, fail) => {
  const [name, text] = firstWord(value)
  const kind = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  const near = nearest(name, Object.keys(parameters))
  if (!kind) throw fail(line, `there is no parameter '${name}'`, near ? `the nearest is ${near}` : undefined)
  const read = text === '' ? undefined : kinds[kind].read(text)
  if (read === undefined) throw fail(line, `${name} takes ${kinds[kind].what}, and not '${text}'`)
  draft.parameters[name] = name === 'stop' ? [...((draft.parameters.stop as string[] | undefined) ?? []), String(read)] : read
}

const readMessage: Read = (draft, { value, line }, fail) => {
  const [name, content] = firstWord(value)
  const role = Object.hasOwn(roles, name) ? roles[name] : undefined
  if (!role) throw fail(line, `a message is from system, user or assistant, and not from '${name}'`)
  if (content === '') throw fail(line, `the message from ${role} says nothing`)
  draft.messages.push({ role, content })
}

const once =
  (key: 'system' | 'template'): Read =>
  (draft, { value }) => {
    // The last one counts, as Ollama has it.
    draft[key] = value
  }

const readers: Readonly<Record<string, Read>> = {
  FROM: (draft, { value, line }, fail) => {
    if (value === '') throw fail(line, 'FROM names no model')
    if (draft.from) throw fail(line, 'there is a second FROM', `the first is in line ${draft.from.line}`)
    draft.from = { value, line }
  },
  ADAPTER: (draft, { value, line }, fail) => {
    if (value === '') throw fail(line, 'ADAPTER names no file')
    draft.adapters.push({ value, line })
  },
  PARAMETER: readParameter,
  MESSAGE: readMessage,
  SYSTEM: once('system'),
  TEMPLATE: once('template'),
  LICENSE: (draft, { value }) => void draft.licenses.push(value),
}

/** Reads a Modelfile. Throws GalError `bad-modelfile` that names the file, the line and what is wrong there. */
export const parseModelfile = (text: string, file = 'Modelfile'): Modelfile => {
  const fail: Fail = (line, problem, hint) => new GalError('bad-modelfile', `${file}:${line}: ${problem}`, hint)
  const draft: Draft = { adapters: [], parameters: {}, messages: [], licenses: [] }
  for (const instruction of instructionsOf(text, fail)) {
    const read = Object.hasOwn(readers, instruction.word) ? readers[instruction.word] : undefined
    const near = nearest(instruction.word, Object.keys(readers))
    if (!read)
      throw fail(
        instruction.line,
        `there is no instruction '${instruction.word.slice(0, 40)}'`,
        near ? `the nearest is ${near}` : `it knows: ${Object.keys(readers).join(', ')}`,
      )
    read(draft, instruction, fail)
  }
  const { from, ...rest } = draft
  if (!from) throw fail(1, 'nothing says which model it is made from', 'begin with a line such as: FROM qwen3:4b')
  return { from, ...rest }
}
