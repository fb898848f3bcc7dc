import { z } from 'zod'

export const columnTypes = ['number', 'text', 'boolean', 'date'] as const
export const column = z.strictObject({ name: z.string().min(1), type: z.enum(columnTypes) })
export type Column = z.infer<typeof column>

/** A value, or null where it is missing. A date is kept as ISO 8601 wrote it: 2024-05-31 or 2024-05-31T12:00:00Z. */
export const cell = z.union([z.number(), z.string(), z.boolean(), z.null()])
export type Cell = z.infer<typeof cell>

/** Rows in the order of their file; each has a cell for every column, of the column's type. */
export type Table = { columns: readonly Column[]; rows: readonly (readonly Cell[])[] }

/** The place of a column in every row; undefined when there is none of that name. */
export const placeOf = ({ columns }: Table, name: string): number | undefined => {
  const place = columns.findIndex((one) => one.name === name)
  return place < 0 ? undefined : place
}

/** The cells of one column, from the first row to the last. */
export const cellsAt = ({ rows }: Table, place: number): Cell[] => rows.map((row) => row[place] ?? null)

/** A row without the cell at this place. */
export const withoutCell = (row: readonly Cell[], place: number | undefined): Cell[] =>
  place === undefined ? [...row] : row.toSpliced(place, 1)

/**
 * A cell as one text: how classes are told apart and rows are compared. Equal for equal values, also when they came as another
 * type: 1 and "1", true and "True" where `type` says what the column holds.
 */
export const labelOf = (value: Exclude<Cell, null>, type: Column['type']): string => {
  if (type === 'boolean' && typeof value === 'string') return value.trim().toLowerCase()
  if (type === 'number' && typeof value === 'string' && value.trim() !== '') {
    const read = Number(value)
    return Number.isFinite(read) ? String(read) : value
  }
  return String(value)
}
