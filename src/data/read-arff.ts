import { buildTable, uniqueNames } from './build-table.ts'
import { readText } from './read-text.ts'
import { bad, counted, type Limits, type Reading, usualLimits } from './reading.ts'

/** One value: in single or double quotes with \ before a quote of the same kind, or bare up to a separator. */
const value = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,]*?))\s*(?:,|$)/y

const unescaped = (text: string): string => text.replace(/\\(.)/g, '$1')

/** The values of a line; none when a quote is not closed, or something follows one. */
const valuesOf = (line: string): string[] | undefined => {
  const found: string[] = []
  value.lastIndex = 0
  for (;;) {
    const from = value.lastIndex
    const match = value.exec(line)
    if (!match || (match[3] !== undefined && /^['"]/.test(match[3]))) return undefined
    const quoted = match[1] ?? match[2]
    found.push(quoted === undefined ? (match[3] ?? '') : unescaped(quoted))
    if (!match[0].endsWith(',')) return found
    if (value.lastIndex === from) return undefined
  }
}

type Attribute = { name: string; type: string }

const attributeOf = (line: string): Attribute | undefined => {
  const match = /^@attribute\s+(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\S+))\s*(.+)$/i.exec(line)
  const type = match?.[4]
  if (!match || type === undefined) return undefined
  const quoted = match[1] ?? match[2]
  return { name: quoted === undefined ? (match[3] ?? '') : unescaped(quoted), type: type.trim() }
}

/** What a sparse line leaves out: 0, or the first of the values that the attribute may have. */
const absentOf = ({ type }: Attribute): string => (type.startsWith('{') ? (valuesOf(type.slice(1).replace(/\}.*$/, ''))?.[0] ?? '') : '0')

const sparse = (line: string, attributes: readonly Attribute[]): string[] | undefined => {
  const row = attributes.map(absentOf)
  const inside = line.replace(/^\{/, '').replace(/\}.*$/, '').trim()
  if (inside === '') return row
  // The place before a quoted value hides the quote, so it is cut off first.
  for (const entry of inside.match(/\d+\s+(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^,]*)/g) ?? []) {
    const [, place, rest] = /^(\d+)\s+(.*)$/.exec(entry) ?? []
    const [text] = valuesOf(rest ?? '') ?? []
    if (place === undefined || text === undefined || Number(place) >= row.length) return undefined
    row[Number(place)] = text
  }
  return row
}

/**
 * A table from Weka's ARFF, dense or sparse, as OpenML gives it: https://waikato.github.io/weka-wiki/formats_and_processing/arff_stable/
 * Types come from the values, as in a CSV, so that a program that reads the CSV made of it sees the same.
 */
export const readArff = (bytes: Uint8Array, { name, limits = usualLimits }: { name: string; limits?: Limits }): Reading => {
  const decoded = readText(bytes, name, limits)
  if (!decoded.ok) return decoded
  const attributes: Attribute[] = []
  const rows: string[][] = []
  let inData = false
  for (const [place, raw] of decoded.text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trim()
    const where = `${name}, line ${place + 1}:`
    if (line === '' || line.startsWith('%')) continue
    if (!inData) {
      if (/^@data\b/i.test(line)) inData = true
      if (/^@(?:data|relation)\b/i.test(line)) continue
      const attribute = attributeOf(line)
      if (!attribute) return bad(`${where} neither @relation, @attribute name type, nor @data.`)
      attributes.push(attribute)
      if (attributes.length > limits.columns) return bad(`${where} more than ${counted(limits.columns, 'column')}, which is the most.`)
      continue
    }
    const row = line.startsWith('{') ? sparse(line, attributes) : valuesOf(line)
    if (!row) return bad(`${where} a quote is not closed, or a value has no place.`)
    if (row.length !== attributes.length)
      return bad(`${where} ${counted(row.length, 'value')}, and there are ${counted(attributes.length, 'attribute')}.`)
    if (rows.length === limits.rows) return bad(`${where} more than ${counted(limits.rows, 'row')}, which is the most.`)
    rows.push(row)
  }
  if (attributes.length === 0) return bad(`${name} has no @attribute.`)
  if (rows.length === 0) return bad(`${name} has no rows after @data.`)
  const notes: string[] = []
  const names = uniqueNames(
    attributes.map((attribute) => attribute.name),
    notes,
  )
  return { ok: true, table: buildTable(names, rows), notes }
}
