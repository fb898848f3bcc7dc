import type { Table } from './table.ts'

/** What came of reading a file: a table and what was assumed in reading it, or one line that says what is wrong and where. */
export type Reading = { ok: true; table: Table; notes: readonly string[] } | { ok: false; problem: string }

export const bad = (problem: string): { ok: false; problem: string } => ({ ok: false, problem })

/** How much is read at most. `bytes` of the file, `rows` and `columns` of the table. */
export type Limits = { bytes: number; rows: number; columns: number }

/** What fits into memory beside everything else: a table of 1,000,000 rows takes some hundred megabytes. */
export const usualLimits: Limits = { bytes: 100 * 1024 * 1024, rows: 1_000_000, columns: 5000 }

export const counted = (count: number, thing: string): string => `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`
