/**
 * Values of an event as a viewer gets them: a long text may have become {chars, head}, a long list {entries, head}, and at
 * worst a field is missing. Nothing here throws, whatever it is given.
 */
const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined

/** A field of a record; undefined when there is none. */
export const fieldOf = (value: unknown, key: string): unknown => {
  const fields = record(value)
  return fields && Object.hasOwn(fields, key) ? fields[key] : undefined
}

/** A text, or how it begins as far as it is here. Numbers and truth values as they are written; empty for all else. */
export const beginningOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const head = fieldOf(value, 'head')
  return typeof head === 'string' ? head : ''
}

/** The length of the whole text, in characters. */
export const lengthOf = (value: unknown): number => {
  const chars = fieldOf(value, 'chars')
  return typeof chars === 'number' ? chars : beginningOf(value).length
}

/** Whether there is more of a text than what is here. */
const isCut = (value: unknown): boolean => typeof fieldOf(value, 'chars') === 'number' && typeof fieldOf(value, 'head') === 'string'

/** The items of a list that are here. */
export const itemsOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  const head = fieldOf(value, 'head')
  return Array.isArray(head) ? head : []
}

/** How many items the whole list has. */
export const countOf = (value: unknown): number => {
  const entries = fieldOf(value, 'entries')
  return typeof entries === 'number' ? entries : itemsOf(value).length
}

/** A number, or 0. */
export const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

/** The first words of a text on one line, at most `chars` of them. */
export const firstWords = (value: unknown, chars = 240): string => {
  const all = beginningOf(value)
    .slice(0, 2 * chars)
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (all.length <= chars) return isCut(value) && all !== '' ? `${all}…` : all
  return `${all
    .slice(0, chars)
    .trimEnd()
    .replace(/[\ud800-\udbff]$/, '')}…`
}
