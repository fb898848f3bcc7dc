import { fitText } from './fit-text.ts'

export type FittedSlots = { slots: Record<string, string>; cut: string[] }

/**
 * Slots that hold no more than so many characters together. The longest is cut first, down to the next one: what is short
 * (a question, a score, the words of a colleague) stays whole. `cut` says of each what fell out.
 */
export const fitSlots = (slots: Readonly<Record<string, string>>, chars: number): FittedSlots => {
  const sizes = Object.values(slots)
    .map(({ length }) => length)
    .sort((a, b) => a - b)
  const share = fairShare(sizes, chars)
  const fitted = Object.entries(slots).map(([name, text]) => ({ name, ...fitText(text, share) }))
  return {
    slots: Object.fromEntries(fitted.map(({ name, text }) => [name, text])),
    cut: fitted.flatMap(({ name, left, unit }) => (left > 0 ? [`${name}: ${left} ${unit}`] : [])),
  }
}

/** The size that no slot may exceed so that all of them fit: sizes in rising order, each served before the larger ones. */
const fairShare = (sizes: readonly number[], chars: number): number => {
  let left = chars
  for (const [place, size] of sizes.entries()) {
    const share = left / (sizes.length - place)
    if (size > share) return Math.max(0, Math.floor(share))
    left -= size
  }
  return Number.POSITIVE_INFINITY
}
