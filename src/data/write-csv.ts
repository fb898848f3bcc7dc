import type { Cell, Column, Table } from './table.ts'

/** Quotes where RFC 4180 asks for them, and where a reader would strip spaces. */
const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const written = (value: Cell): string => (value === null ? '' : quoted(String(value)))

/** A line of one missing value would be a blank line, which readers pass over. */
const line = (cells: readonly string[]): string => (cells.length === 1 && cells[0] === '' ? '""' : cells.join(','))

/**
 * The canonical CSV of a table: commas, \n, a header, the shortest form of a number that reads back the same (ECMA-262), true and
 * false, nothing where a value is missing. Equal tables give equal text on every machine.
 */
export const writeCsv = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): string =>
  `${[columns.map(({ name }) => quoted(name)), ...rows.map((row) => row.map(written))].map(line).join('\n')}\n`

export const csvOf = ({ columns, rows }: Table): string => writeCsv(columns, rows)
