import { createHash } from 'node:crypto'

const sorted = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value

/** JSON with keys in order, so that equal values give equal text however they were built. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted) ?? 'null'

/** SHA-256 in hexadecimal, of a text or of a value's canonical JSON. */
export const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(typeof value === 'string' ? value : canonical(value))
    .digest('hex')
