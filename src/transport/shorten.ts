/** How much of a value is kept: characters of each text, entries of each list or record. */
export type Cut = { chars: number; entries: number }

/** For what must fit a frame, tried in turn: first long texts alone, then long lists too, and shorter each time. */
export const cuts: readonly Cut[] = [
  { chars: 4096, entries: Number.POSITIVE_INFINITY },
  { chars: 4096, entries: 256 },
  { chars: 1024, entries: 64 },
  { chars: 256, entries: 16 },
  { chars: 64, entries: 4 },
]

const headOf = (text: string, chars: number): string => text.slice(0, chars).toWellFormed()

/** A text that is cut already, by the log ({blob, chars, head}): only its head is shortened, and `chars` stays what it says. */
const isCutText = (value: object): value is { chars: number; head: string } =>
  'chars' in value && typeof value.chars === 'number' && 'head' in value && typeof value.head === 'string'

/**
 * The value with everything in it cut: a long text becomes {chars, head}, a long list or record {entries, head}: the whole
 * size, and how it begins.
 */
export const shorten = (value: unknown, cut: Cut): unknown => {
  if (typeof value === 'string') return value.length <= cut.chars ? value : { chars: value.length, head: headOf(value, cut.chars) }
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const head = value.slice(0, cut.entries).map((entry) => shorten(entry, cut))
    return head.length === value.length ? head : { entries: value.length, head }
  }
  if (isCutText(value)) return { ...value, head: headOf(value.head, cut.chars) }
  const all = Object.entries(value)
  const head = Object.fromEntries(all.slice(0, cut.entries).map(([key, inner]) => [key, shorten(inner, cut)]))
  return all.length <= cut.entries ? head : { entries: all.length, head }
}

/** Each value of a record cut on its own: the record keeps its keys. */
export const shortenEach = (record: object, cut: Cut): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, shorten(value, cut)]))
