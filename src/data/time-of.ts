import type { Cell, Column } from './table.ts'

/** Milliseconds since 1970 of an ISO date, read as UTC where it names no zone, so that it is the same on every machine. */
const timeOfText = (text: string): number => {
  const iso = text.replace(' ', 'T')
  return Date.parse(/T/.test(iso) && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? `${iso}Z` : iso)
}

/** Where a row stands in time: a number as it is, a date in milliseconds; undefined for anything else. */
export const timeOf = (value: Cell, type: Column['type']): number | undefined => {
  if (typeof value === 'number') return value
  if (type !== 'date' || typeof value !== 'string') return undefined
  const time = timeOfText(value)
  return Number.isNaN(time) ? undefined : time
}
