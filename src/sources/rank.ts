import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'

export type Ranked = { title: string; text: string }

/** The stems of a text's telling words, in order. Accents and case are folded. */
export const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:'s)?/gu) ?? []
  )
    .filter((word) => !stopWords.has(word))
    .map(stem)

/** A word in the title counts as this many in the text. */
const titleWeight = 4
/** How soon repetitions of a word stop counting, and how much a long text is discounted: BM25's usual values. */
const saturation = 1.2
const lengthDiscount = 0.75

const countWords = ({ title, text }: Ranked): Map<string, number> => {
  const counts = new Map<string, number>()
  const add = (weight: number) => (word: string) => counts.set(word, (counts.get(word) ?? 0) + weight)
  wordsOf(title).forEach(add(titleWeight))
  wordsOf(text).forEach(add(1))
  return counts
}

/**
 * Ranks documents for a query by Okapi BM25 (Robertson and Zaragoza 2009, doi 10.1561/1500000019) over title and text.
 * Gives only documents that hold a word of the query, best first; equal ones stay in the order in which they came.
 */
export const createRanking = <Document extends Ranked>(documents: readonly Document[]) => {
  const counted = documents.map((document) => {
    const counts = countWords(document)
    return { document, counts, length: [...counts.values()].reduce((sum, count) => sum + count, 0) }
  })
  const meanLength = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length)
  const holding = new Map<string, number>()
  for (const { counts } of counted) for (const word of counts.keys()) holding.set(word, (holding.get(word) ?? 0) + 1)

  const rarity = (word: string) => {
    const holders = holding.get(word) ?? 0
    return Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5))
  }
  const weigh = (count: number, length: number) =>
    (count * (saturation + 1)) / (count + saturation * (1 - lengthDiscount + (lengthDiscount * length) / meanLength))

  return (query: string, limit: number): Document[] => {
    const words = [...new Set(wordsOf(query))]
    return counted
      .map(({ document, counts, length }) => ({
        document,
        score: words.reduce((sum, word) => sum + rarity(word) * weigh(counts.get(word) ?? 0, length), 0),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ document }) => document)
  }
}
