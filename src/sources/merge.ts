import type { Paper } from '../core/paper.ts'
import { parseDoi } from './doi.ts'

/** A title without case, accents and punctuation. */
const titleKey = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

/** What makes two records one work, surest first. Different arXiv ids are different works, whatever else they share. */
const agreements: readonly ((a: Paper, b: Paper) => boolean)[] = [
  (a, b) => a.arxiv !== undefined && a.arxiv === b.arxiv,
  (a, b) => a.doi !== undefined && b.doi !== undefined && parseDoi(a.doi) === parseDoi(b.doi) && mayAgree(a, b),
  (a, b) => titleKey(a.title) !== '' && titleKey(a.title) === titleKey(b.title) && mayAgree(a, b),
]
const mayAgree = (a: Paper, b: Paper): boolean => a.arxiv === undefined || b.arxiv === undefined

const placeIn = (papers: readonly Paper[], paper: Paper): number => {
  const places = agreements.map((agree) => papers.findIndex((known) => agree(known, paper)))
  return places.find((place) => place >= 0) ?? papers.length
}

/** The first list's first, the second list's first, …, then every list's second. */
const interleave = <Item>(lists: readonly (readonly Item[])[]): Item[] =>
  Array.from({ length: Math.max(0, ...lists.map(({ length }) => length)) }, (_, rank) =>
    lists.flatMap((list) => list.slice(rank, rank + 1)),
  ).flat()

/** The first record's facts, and from the second what the first does not know. */
const complete = (first: Paper, second: Paper): Paper => ({
  ...second,
  ...first,
  authors: first.authors.length > 0 ? first.authors : second.authors,
  abstract: first.abstract === '' ? second.abstract : first.abstract,
})

/**
 * Several sources' hits as one list, best first, interleaved in the order of the lists. Records with the same arXiv id,
 * DOI or title are one paper: it keeps the id and facts of the first, filled up from the others.
 */
export const mergeHits = (lists: readonly (readonly Paper[])[]): Paper[] => {
  const merged: Paper[] = []
  for (const paper of interleave(lists)) {
    const place = placeIn(merged, paper)
    const known = merged[place]
    merged[place] = known === undefined ? paper : complete(known, paper)
  }
  return merged
}
