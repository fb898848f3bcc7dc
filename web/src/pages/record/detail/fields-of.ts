import { spokenIn } from '../../../record/spoken.ts'

/** A field of an event, as it is read: in one line, as a text of its own, as code, or as rows of one table. */
export type Field =
  | { path: string; as: 'fact'; value: string }
  | { path: string; as: 'text' | 'code'; value: string; chars: number }
  | { path: string; as: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[]; count: number }

/** A text of more characters than this, or of several lines, stands by itself. */
const longLine = 90
const mostRows = 40

const code: ReadonlySet<string> = new Set(['code', 'output', 'input'])
/** Fields that are told elsewhere on the panel. */
const told: ReadonlySet<string> = new Set(['type'])

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
const scalar = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value))

const textField = (path: string, value: string, chars: number): Field => {
  if (value.length <= longLine && !value.includes('\n') && chars === value.length) return { path, as: 'fact', value }
  return { path, as: code.has(path) ? 'code' : 'text', value, chars }
}

const tableOf = (path: string, list: readonly Readonly<Record<string, unknown>>[], count: number): Field => {
  const rows = list.slice(0, mostRows)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return {
    path,
    as: 'table',
    columns,
    rows: rows.map((row) => columns.map((column) => (row[column] === undefined ? '' : scalar(row[column])))),
    count,
  }
}

const listOf = (path: string, list: readonly unknown[], count: number): Field[] => {
  if (list.length === 0) return [{ path, as: 'fact', value: '0' }]
  if (list.every(isRecord)) return [tableOf(path, list, count)]
  return [textField(path, list.map(scalar).join(', '), list.map(scalar).join(', ').length)]
}

const fieldsIn = (path: string, value: unknown): Field[] => {
  if (typeof value === 'string') return [textField(path, value, value.length)]
  if (Array.isArray(value)) return listOf(path, value, value.length)
  if (!isRecord(value)) return [{ path, as: 'fact', value: scalar(value) }]
  // A text or a list of which only the beginning is here.
  if (typeof value.head === 'string' && typeof value.chars === 'number') return [textField(path, value.head, value.chars)]
  if (Array.isArray(value.head) && typeof value.entries === 'number') return listOf(path, value.head, value.entries)
  return Object.entries(value).flatMap(([key, inner]) => fieldsIn(path === '' ? key : `${path}.${key}`, inner))
}

/** A reply is an object of JSON that the model wrote: what it says is read without keys and braces. */
const replyFields = (value: unknown): Field[] => {
  const { command, said } = spokenIn(typeof value === 'string' ? value : '')
  if (command === undefined || said === '') return fieldsIn('text', value)
  return [
    { path: 'command', as: 'fact', value: command },
    { path: 'text', as: 'text', value: said, chars: said.length },
  ]
}

/** All fields of an event in the order in which they are stored; those of nested records by their path. */
export const fieldsOf = (event: { readonly type: string }): Field[] =>
  Object.entries(event)
    .filter(([key]) => !told.has(key))
    .flatMap(([key, value]) => (event.type === 'turn-reply' && key === 'text' ? replyFields(value) : fieldsIn(key, value)))
