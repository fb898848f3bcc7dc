import { buildTable, uniqueNames } from './build-table.ts'
import { isMissing, looksLikeNumber } from './column-type.ts'
import { type Delimited, delimitedRows } from './delimited-rows.ts'
import { readText } from './read-text.ts'
import { bad, counted, type Limits, type Reading, usualLimits } from './reading.ts'

export type DelimitedForm = {
  /** How the file is called in problems. */
  name: string
  /** What stands between cells; found out from the first records when it is not given. */
  separator?: string
  /** Whether the first record names the columns; found out when it is not given. */
  header?: boolean
  limits?: Limits
}

const separators = [',', ';', '\t', '|']
const separatorNames: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' }
const looked = 20

const firstRows = (text: string, separator: string): Delimited[] => {
  const found: Delimited[] = []
  for (const row of delimitedRows(text, separator)) {
    found.push(row)
    if (found.length === looked) break
  }
  return found
}

/** The separator that cuts the first records into the most cells, all of them into as many; a comma when none does. */
const findSeparator = (text: string): string => {
  const widths = separators.map((separator) => {
    const counts = firstRows(text, separator).map((row) => ('cells' in row ? row.cells.length : 0))
    return { separator, width: new Set(counts).size === 1 ? (counts[0] ?? 0) : 0 }
  })
  const best = widths.reduce((most, one) => (one.width > most.width ? one : most))
  return best.width > 1 ? best.separator : ','
}

/** Names are there, are no numbers, and no two are alike. */
const looksLikeHeader = (cells: readonly string[]): boolean =>
  cells.every((text) => !isMissing(text) && !looksLikeNumber(text)) && new Set(cells).size === cells.length

/** A table from the bytes of a CSV, TSV or other delimited file. What was found out rather than said is in the notes. */
export const readDelimited = (bytes: Uint8Array, form: DelimitedForm): Reading => {
  const { name, limits = usualLimits } = form
  const decoded = readText(bytes, name, limits)
  if (!decoded.ok) return decoded
  const { text } = decoded
  const separator = form.separator ?? findSeparator(text)
  const notes: string[] = []
  if (form.separator === undefined && separator !== ',') notes.push(`cells are separated by ${separatorNames[separator]}`)

  const rows: string[][] = []
  let width: number | undefined
  for (const row of delimitedRows(text, separator)) {
    if ('problem' in row) return bad(`${name}, line ${row.line}: ${row.problem}.`)
    width ??= row.cells.length
    if (width > limits.columns) return bad(`${name} has ${counted(width, 'column')}, and ${limits.columns} are read at most.`)
    if (row.cells.length !== width)
      return bad(`${name}, line ${row.line}: ${counted(row.cells.length, 'cell')}, where the lines before have ${width}.`)
    if (rows.length > limits.rows) return bad(`${name}, line ${row.line}: more than ${counted(limits.rows, 'row')}, which is the most.`)
    rows.push(row.cells)
  }

  const [first] = rows
  if (first === undefined) return bad(`${name} is empty.`)
  const header = form.header ?? looksLikeHeader(first)
  if (form.header === undefined && !header) notes.push('the first line holds no names, so columns are called column1, column2, …')
  const names = uniqueNames(header ? first : first.map((_, place) => `column${place + 1}`), notes)
  const values = header ? rows.slice(1) : rows
  if (values.length === 0) return bad(`${name} has names of columns and no rows.`)
  if (values.length > limits.rows) return bad(`${name} has more than ${counted(limits.rows, 'row')}, which is the most.`)
  return { ok: true, table: buildTable(names, values), notes }
}
