import { reviewWeights } from '../../../../../src/core/review-weights.ts'
import type { Surroundings } from './agree.ts'
import type { Candidate } from './from-facts.ts'
import { type Numeral, shows } from './numeral.ts'
import type { Registry } from './registry.ts'
import type { Count } from './source.ts'

const countWords: Readonly<Record<Count['of'], RegExp>> = {
  papers: /papers?\b|articles?\b|references?\b|works?\b|art[íi]culo|referencia/i,
  'papers-found': /found|hits?\b|encontr|trouv/i,
  programs: /programs?\b|programa|programme/i,
  'programs-failed': /fail|fall|échou/i,
  reviews: /review|evaluaci|revis|évalua|relect/i,
  attempts: /attempts|intentos|tentatives/i,
  attempt: /attempt\s*$|intento\s*$|tentative\s*$/i,
  searches: /search|búsqueda|recherche/i,
}

/** Something of which the run has just so many, named beside the number. An attempt's number follows its word. */
const fromCounts = (numeral: Numeral, { counts }: Registry, { before, after, near }: Surroundings): Candidate[] =>
  counts
    .filter(({ value }) => numeral.readings.some((reading) => reading.value === value && reading.decimals <= 0))
    .flatMap((count): Candidate[] => {
      const words = countWords[count.of]
      const source = { type: 'count', count } as const
      if (count.of === 'attempt') return words.test(before) ? [{ source, score: 6 }] : []
      if (words.test(after.slice(0, 20))) return [{ source, score: 5 }]
      return words.test(near) ? [{ source, score: 2.5 }] : []
    })

const scoreWords = {
  review: /review|score|mark|gave|give|of 10|\/ ?10|puntua|nota|note/i,
  program: /program|score|mark|puntua|nota|note/i,
  report: /report|draft|score|puntua|nota|note/i,
}

const fromScores = (numeral: Numeral, { scores }: Registry, { sentence, head }: Surroundings): Candidate[] =>
  scores
    .filter(
      ({ of, value }) =>
        scoreWords[of].test(`${sentence} ${head}`) && numeral.readings.some((reading) => reading.digits > 1 && shows(reading, value)),
    )
    .map((score) => ({ source: score, score: 4 }))

const tops = new Set<number>(Object.values(reviewWeights).map(({ top }) => top))

const fromForm = (numeral: Numeral, { sentence }: Surroundings, before: string): Candidate[] =>
  numeral.readings
    .filter(({ value }) => tops.has(value) && /(?:\bof|out of|\/|de|sur)\s*$/i.test(before) && scoreWords.review.test(sentence))
    .map(({ value }) => ({ source: { type: 'top', value }, score: 3 }))

/** Intervals at 95 % are what gal calculates, and a level is named as such. */
const fromLevel = (numeral: Numeral, { after }: Surroundings): Candidate[] =>
  numeral.readings
    .filter(({ value }) => value === 95 && /^\s*%?\s*(?:confidence |t )?(?:interval|CI\b)/i.test(after))
    .map(({ value }) => ({ source: { type: 'level', value }, score: 7 }))

const levelBefore = /(?:interval|intervalo|intervalle)s?\s*(?:de confianza|de confiance)?\s*(?:at|al|del|de|à)?\s*$/i
const fromLevelBefore = (numeral: Numeral, before: string): Candidate[] =>
  numeral.readings
    .filter(({ value }) => value === 95 && levelBefore.test(before))
    .map(({ value }) => ({ source: { type: 'level', value }, score: 7 }))

const surname = (author: string): string => author.trim().split(/\s+/).at(-1) ?? ''

/** Numbers that stand in the title or the note of a paper, where the sentence names that paper or the block is about papers. */
const fromPapers = (numeral: Numeral, { papers }: Registry, text: string, before: string): Candidate[] =>
  papers.flatMap((paper): Candidate[] => {
    const named = paper.authors.some((author) => surname(author).length > 2 && text.includes(surname(author))) || text.includes(paper.title)
    if (!named) return []
    const year = paper.year !== null && numeral.text === String(paper.year) && /[(,\s]$/.test(before)
    if (year) return [{ source: { type: 'paper', paper, where: 'year' }, score: 5 }]
    const where = (['title', 'note'] as const).find((place) =>
      new RegExp(`(?<![\\d.])${numeral.text.replace(/[.]/g, '\\.')}(?![\\d]|\\.\\d)`).test(paper[place]),
    )
    return where ? [{ source: { type: 'paper', paper, where }, score: 3 }] : []
  })

/** What the record has beside metrics: counts, scores, the review form, papers. */
export const recordCandidates = (numeral: Numeral, registry: Registry, around: Surroundings, text: string): Candidate[] => [
  ...fromCounts(numeral, registry, around),
  ...fromScores(numeral, registry, around),
  ...fromForm(numeral, around, around.before),
  ...fromLevel(numeral, around),
  ...fromLevelBefore(numeral, around.before),
  ...fromPapers(numeral, registry, text, around.before),
]
