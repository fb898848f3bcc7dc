import { type Cell, labelOf, placeOf, type Table } from './table.ts'

export const tasks = ['classification', 'regression'] as const
export type Task = (typeof tasks)[number]

const mostNumberClasses = 20

/**
 * What a target asks for when nobody says it: names and yes or no are classes, and so are at most 20 whole numbers; other numbers
 * are to be regressed.
 */
export const taskOf = (table: Table, target: string): Task => {
  const place = placeOf(table, target)
  if (place === undefined || table.columns[place]?.type !== 'number') return 'classification'
  const values = new Set(table.rows.map((row) => row[place] ?? null).filter((value) => value !== null))
  return values.size <= mostNumberClasses && [...values].every(Number.isInteger) ? 'classification' : 'regression'
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The classes of a column as labels, each once: numbers by value, all others by code points. */
export const classesOf = (cells: readonly Cell[], type: Table['columns'][number]['type']): string[] => {
  const labels = [...new Set(cells.filter((value) => value !== null).map((value) => labelOf(value, type)))]
  return type === 'number' ? labels.sort((a, b) => Number(a) - Number(b)) : labels.sort(inOrder)
}
