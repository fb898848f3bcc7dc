import { readArff } from './read-arff.ts'
import { readDelimited } from './read-delimited.ts'
import { readJsonLines } from './read-json-lines.ts'
import { bad, type Limits, type Reading } from './reading.ts'

type Reader = (bytes: Uint8Array, form: { name: string; limits?: Limits }) => Reading

/** Needs a library for its columns and their compression; a reader of it belongs here, and nowhere else. */
const readParquet: Reader = (_bytes, { name }) => bad(`${name}: Parquet cannot be read here. Save the data as CSV or JSON Lines.`)

/** What reads a file, by the ending of its name. */
const readers: Readonly<Record<string, Reader>> = {
  '.csv': readDelimited,
  '.tsv': (bytes, form) => readDelimited(bytes, { ...form, separator: '\t' }),
  '.jsonl': readJsonLines,
  '.ndjson': readJsonLines,
  '.arff': readArff,
  '.parquet': readParquet,
}

const endingOf = (name: string): string => /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? ''

export const isDataFile = (name: string): boolean => Object.hasOwn(readers, endingOf(name))

/** The table in a file, read as the ending of its name says. `name` is a path or a bare name. */
export const readDataFile = (bytes: Uint8Array, name: string, limits?: Limits): Reading => {
  const reader = isDataFile(name) ? readers[endingOf(name)] : undefined
  if (!reader) return bad(`${name} is no data file: its name ends in none of ${Object.keys(readers).join(', ')}.`)
  return reader(bytes, limits === undefined ? { name } : { name, limits })
}
