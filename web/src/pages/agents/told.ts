/** A field in one line, under the name that the action gave it. */
export type Line = { name: string; value: string }
/** A thing that an action told of: what it is called, its short fields in one line each, and its texts. */
export type Thing = { head: string | null; lines: readonly Line[]; texts: readonly Line[] }
/** What an action gave, as it is read: why it could not be done, or itself and the things that it lists. */
export type Told = { error: string } | { own: Thing; things: readonly Thing[] }

/** A text of more characters than this, or of several lines, stands by itself. */
const longLine = 90
/** Fields that name a thing, the best one first. */
const heads = ['title', 'topic', 'name'] as const

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''
const listOf = (value: unknown): readonly Fields[] | undefined =>
  Array.isArray(value) && value.length > 0 && value.every(isFields) ? value : undefined

const plain = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && !value.some((entry) => typeof entry === 'object')) return value.join(', ')
  return JSON.stringify(value)
}
const isLong = ({ value }: Line): boolean => value.length > longLine || value.includes('\n')

const thingOf = (fields: Fields): Thing => {
  const head = heads.find((name) => typeof fields[name] === 'string' && fields[name] !== '')
  const all = Object.entries(fields)
    .filter(([name, value]) => name !== head && !isNothing(value))
    .map(([name, value]): Line => ({ name, value: plain(value) }))
  return {
    head: head === undefined ? null : plain(fields[head]),
    lines: all.filter((line) => !isLong(line)),
    texts: all.filter(isLong),
  }
}

const nothing: Thing = { head: null, lines: [], texts: [] }

/** Reads what an action gave: any JSON, told without braces and quotes. What it lists becomes things, and fields without a value are left out. */
export const toldOf = (result: unknown): Told => {
  const list = listOf(result)
  if (list) return { own: nothing, things: list.map(thingOf) }
  if (!isFields(result)) return { own: { ...nothing, texts: isNothing(result) ? [] : [{ name: '', value: plain(result) }] }, things: [] }
  if (typeof result.error === 'string') return { error: result.error }
  const listed = Object.keys(result).find((name) => listOf(result[name]))
  const own = Object.fromEntries(Object.entries(result).filter(([name]) => name !== listed))
  return { own: thingOf(own), things: listed === undefined ? [] : (listOf(result[listed]) ?? []).map(thingOf) }
}
