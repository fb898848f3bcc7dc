import { stopWords } from './stop-words.ts'

/** Long topics are cut to this many terms: more find nothing with AND and everything with OR. */
const mostTerms = 12

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** A quoted phrase, or a word with its hyphens and dots: 'quasi-Monte' is searched as the phrase that it is. */
const pieces = (query: string): { phrase: boolean; words: string[] }[] =>
  [...query.matchAll(/"([^"]*)"|([^\s"]+)/g)]
    .map(([, phrase, word]) => ({ phrase: phrase !== undefined, words: wordsIn(phrase ?? word ?? '') }))
    .filter(({ words }) => words.length > 0)

const termOf = (words: readonly string[]): string => (words.length === 1 ? `all:${words[0]}` : `all:"${words.join(' ')}"`)

/**
 * Plain words in arXiv's query language, strictest first: all of them, then any of them. Stop words are dropped unless
 * there is nothing else; quoted phrases are kept whole. None when the query holds no word.
 */
export const arxivQueries = (query: string): string[] => {
  const all = pieces(query)
  const telling = all.filter(({ phrase, words }) => phrase || !stopWords.has(words.join(' ').toLowerCase()))
  const terms = [...new Set((telling.length > 0 ? telling : all).map(({ words }) => termOf(words)))].slice(0, mostTerms)
  return [...new Set([terms.join(' AND '), terms.join(' OR ')])].filter((text) => text !== '')
}
