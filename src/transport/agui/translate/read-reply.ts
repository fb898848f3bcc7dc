type Fields = Readonly<Record<string, unknown>>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // A reply in prose is no JSON, and need not be.
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object of a reply, and what was said before it: models like to wrap their object in prose or a fence. */
const objectIn = (reply: string): { fields: Fields; before: string } | undefined => {
  const begin = reply.indexOf('{')
  const fields = begin < 0 ? undefined : parsed(reply.slice(begin, reply.lastIndexOf('}') + 1))
  return isFields(fields) ? { fields, before: reply.slice(0, begin) } : undefined
}

/** Prose before an object, without the mark that opens a fence. */
const withoutFence = (text: string): string => text.replace(/```\w*\s*$/, '').trim()

/** The words that a reply says to people: its `text`, else what stands before its object, else all of it. */
export const wordsIn = (reply: string): string => {
  const found = objectIn(reply)
  if (!found) return reply.trim()
  return typeof found.fields.text === 'string' ? found.fields.text : withoutFence(found.before)
}

/** The arguments that a reply gives to a command; none when it names another one, because then the lab chose. */
export const argsIn = (reply: string, command: string): Fields => {
  const { command: named, ...args } = objectIn(reply)?.fields ?? {}
  return named === command ? args : {}
}
