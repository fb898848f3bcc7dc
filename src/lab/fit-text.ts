/** Characters of a token where it is certain to hold: code and most languages take more tokens than English prose. */
const charsPerToken = 3

/** Characters that fit into so many tokens, on the safe side. */
export const charsIn = (tokens: number): number => Math.max(0, Math.floor(tokens * charsPerToken))

/** Tokens that a text takes at most, but for the rarest of scripts: what room has to be made for. */
export const mostTokens = (text: string): number => Math.ceil(Buffer.byteLength(text) / charsPerToken)

type Fitted = { text: string; left: number; unit: 'paragraphs' | 'lines' | 'words' }

const units = [
  { unit: 'paragraphs', between: '\n\n' },
  { unit: 'lines', between: '\n' },
  { unit: 'words', between: ' ' },
] as const

/** Two thirds of what is kept is the beginning, the rest the end: a program begins with its imports, an output ends with the result. */
const ends = (parts: readonly string[], chars: number, between: string): { head: string[]; tail: string[] } => {
  const take = (from: readonly string[], most: number): string[] => {
    let used = 0
    const end = from.findIndex((part) => {
      used += part.length + between.length
      return used > most
    })
    return end < 0 ? [...from] : from.slice(0, end)
  }
  const head = take(parts, (2 * chars) / 3)
  const rest = parts.slice(head.length)
  return { head, tail: take([...rest].reverse(), chars / 3).reverse() }
}

/**
 * A text within so many characters, cut between paragraphs where it has enough of them, else between lines, else between words:
 * never within one. What was left out is said in its place. Nothing but the words of that remark when there is no room at all.
 */
export const fitText = (text: string, chars: number): Fitted => {
  if (text.length <= chars) return { text, left: 0, unit: 'paragraphs' }
  for (const { unit, between } of units) {
    const parts = text.split(between)
    const remark = (left: number) => `(… ${left} of ${parts.length} ${unit} left out here: the model has no room for them …)`
    const { head, tail } = ends(parts, chars - remark(parts.length).length - 2 * between.length, between)
    const kept = head.length + tail.length
    const left = parts.length - kept
    const fitted = [...head, remark(left), ...tail].join(between)
    // Too coarse a unit throws too much away: a finer one is tried.
    if ((kept > 0 && fitted.length > chars / 2) || unit === 'words') return { text: fitted, left, unit }
  }
  return { text: '', left: 1, unit: 'words' }
}
