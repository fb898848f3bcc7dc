import { buildTable, uniqueNames } from './build-table.ts'
import { readText } from './read-text.ts'
import { bad, counted, type Limits, type Reading, usualLimits } from './reading.ts'

/** A value of JSON as the text of a cell; what is nested stays JSON. */
const textOfJson = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const parseLine = (line: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}

/** A table from objects: a column for each key, in the order in which keys first come; a key that an object lacks is missing there. */
export const tableOfObjects = (objects: readonly Readonly<Record<string, unknown>>[], notes: string[]) => {
  const places = new Map<string, number>()
  for (const object of objects) for (const key of Object.keys(object)) if (!places.has(key)) places.set(key, places.size)
  const keys = [...places.keys()]
  const rows = objects.map((object) => keys.map((key) => (Object.hasOwn(object, key) ? textOfJson(object[key]) : '')))
  const nested = keys.filter((key) => objects.some((object) => typeof object[key] === 'object' && object[key] !== null))
  if (nested.length > 0) notes.push(`lists and objects are kept as JSON texts in ${nested.join(', ')}`)
  return buildTable(uniqueNames(keys, notes), rows)
}

/** A table from JSON Lines: one object a line. Blank lines are passed over. */
export const readJsonLines = (bytes: Uint8Array, { name, limits = usualLimits }: { name: string; limits?: Limits }): Reading => {
  const decoded = readText(bytes, name, limits)
  if (!decoded.ok) return decoded
  const objects: Record<string, unknown>[] = []
  const keys = new Set<string>()
  for (const [place, line] of decoded.text.split(/\r\n|\n/).entries()) {
    if (line.trim() === '') continue
    const object = parseLine(line)
    if (!object) return bad(`${name}, line ${place + 1}: no JSON object, such as {"x": 1}.`)
    if (objects.length === limits.rows)
      return bad(`${name}, line ${place + 1}: more than ${counted(limits.rows, 'row')}, which is the most.`)
    for (const key of Object.keys(object)) keys.add(key)
    if (keys.size > limits.columns)
      return bad(`${name}, line ${place + 1}: more than ${counted(limits.columns, 'column')}, which is the most.`)
    objects.push(object)
  }
  if (objects.length === 0) return bad(`${name} is empty.`)
  if (keys.size === 0) return bad(`${name} has objects without any key.`)
  const notes: string[] = []
  return { ok: true, table: tableOfObjects(objects, notes), notes }
}
