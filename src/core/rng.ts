import { createHash } from 'node:crypto'

/** A whole number from 0 to 2^32 − 1 that depends on these parts alone: the same in every process and on every machine. */
export const seedFrom = (...parts: readonly (string | number)[]): number =>
  createHash('sha256').update(JSON.stringify(parts)).digest().readUInt32BE(0)
