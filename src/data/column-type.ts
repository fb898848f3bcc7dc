import type { Cell, Column } from './table.ts'

/** How files write that a value is missing: what pandas takes for it, and the ? of the older collections. */
const missingWords = new Set(['', '?', '#N/A', '<NA>', 'N/A', 'n/a', 'NA', 'NaN', 'nan', '-NaN', '-nan', 'NULL', 'Null', 'null', 'None'])

export const isMissing = (text: string): boolean => missingWords.has(text.trim())

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
/** 007 and 0049 are names made of digits: as numbers they would lose something. */
const leadingZero = /^[+-]?0\d/
const day = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

export const looksLikeNumber = (text: string): boolean => {
  const trimmed = text.trim()
  if (!number.test(trimmed) || leadingZero.test(trimmed)) return false
  const value = Number(trimmed)
  // A longer whole number is an identifier, and would be rounded.
  return Number.isFinite(value) && (!/^[+-]?\d+$/.test(trimmed) || Number.isSafeInteger(value))
}

const looksLikeDate = (text: string): boolean => {
  const [, year, month, date] = day.exec(text.trim()) ?? []
  if (year === undefined) return false
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1 && Number(date) <= last
}

type Kind = { type: Column['type']; fits: (text: string) => boolean; read: (text: string) => Cell }

/** The first that fits every value of a column is its type. */
const kinds: readonly Kind[] = [
  { type: 'number', fits: looksLikeNumber, read: (text) => Number(text) + 0 },
  { type: 'boolean', fits: (text) => /^(?:true|false)$/i.test(text.trim()), read: (text) => text.trim().toLowerCase() === 'true' },
  { type: 'date', fits: looksLikeDate, read: (text) => text.trim() },
]
const asText: Kind = { type: 'text', fits: () => true, read: (text) => text }

/** The type that all values of a column share and its cells. A column without any value is text. */
export const typeCells = (texts: readonly string[]): { type: Column['type']; cells: Cell[] } => {
  const missing = texts.map(isMissing)
  const fitting = (fits: Kind['fits']): boolean => texts.every((text, at) => missing[at] || fits(text))
  const { type, read } = (missing.every(Boolean) ? undefined : kinds.find(({ fits }) => fitting(fits))) ?? asText
  return { type, cells: texts.map((text, at) => (missing[at] ? null : read(text))) }
}
