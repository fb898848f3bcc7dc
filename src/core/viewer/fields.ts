import type { Outcome } from '../outcome.ts'
import type { Fields, ViewerEntry } from './entry.ts'
import { headChars, type TextView } from './viewer-state.ts'

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record that was too long for the wire came as {entries, head}. */
const isCut = (value: Fields): boolean => typeof value.entries === 'number' && typeof value.head === 'object' && value.head !== null

/** The fields of an object, as far as they came; none when there is no object. */
export const fieldsIn = (value: unknown): Fields => {
  if (!isObject(value)) return {}
  return isCut(value) && isObject(value.head) ? value.head : value
}

/** The entries of a list, as far as they came; none when there is no list. */
export const listIn = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  return isObject(value) && isCut(value) && Array.isArray(value.head) ? value.head : []
}

/** How many entries a list had before it was cut. */
export const lengthIn = (value: unknown): number => (isObject(value) && isCut(value) ? numberIn(value.entries) : listIn(value).length)

/** A text as far as it came: a text itself, or the head of a reference or of a cut one. Undefined when there is none. */
const textIn = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return isObject(value) ? textIn(value.head) : undefined
}

export const stringIn = (value: unknown): string => textIn(value) ?? ''
export const stringOrNull = (value: unknown): string | null => textIn(value) ?? null
/** An id; undefined when it is missing or empty, because nothing can be found by it. */
export const idIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
export const numberOrNull = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
export const numberIn = (value: unknown): number => numberOrNull(value) ?? 0
export const stringsIn = (value: unknown): string[] => listIn(value).flatMap((entry) => textIn(entry) ?? [])

/** The value when it is one of the names; undefined for anything else, such as a name that only a newer gal knows. */
export const oneOf = <Name extends string>(value: unknown, names: readonly Name[]): Name | undefined => names.find((name) => name === value)

const isHighHalf = (code: number): boolean => code >= 0xd800 && code < 0xdc00

/** The beginning of a text: at most `headChars` UTF-16 units, and never half a character. */
export const headIn = (value: unknown): string => {
  const text = stringIn(value)
  if (text.length <= headChars) return text
  return text.slice(0, isHighHalf(text.charCodeAt(headChars - 1)) ? headChars - 1 : headChars)
}

/** The length of the whole text in UTF-16 units, wherever the rest of it is. */
const charsIn = (value: unknown): number =>
  isObject(value) ? (numberOrNull(value.chars) ?? stringIn(value).length) : stringIn(value).length

export const sizedHead = (value: unknown): { head: string; chars: number } => ({ head: headIn(value), chars: charsIn(value) })

/** A text that a turn wrote. */
export const textView = (value: unknown, turn: unknown, { seq }: ViewerEntry): TextView => ({
  seq,
  turn: stringIn(turn),
  ...sizedHead(value),
})

export const outcomeIn = (value: unknown): Outcome | null => {
  const { kind, why } = fieldsIn(value)
  if (kind === 'complete') return { kind }
  return kind === 'partial' || kind === 'failed' ? { kind, why: stringIn(why) } : null
}
