import { sectionNames } from '../../../core/names.ts'
import type { ReviewForm } from '../../../core/review.ts'
import { earlierResults, resultsOf } from './measured.ts'
import { latePieces } from './pieces.ts'
import type { Scene } from './scene.ts'
import { isThere, standing } from './standing.ts'

/** What a report can be marked by, all of it counted. */
export type Judged = {
  /** Of the first comparison: those in which both arms reported. */
  repetitions: number
  comparisons: number
  clear: number
  cited: number
  limits: boolean
  confirmed: boolean
  nearest: boolean
  /** Paragraphs that the report still lacks. */
  missed: number
}

/** Repetitions from which a reviewer calls an experiment more than a pilot. */
export const enoughRepetitions = 8

const citation = /\[@([^\]\s;]+)\]/g

export const judgeReport = (scene: Scene): Judged => {
  const { analysis } = resultsOf(scene)
  const before = earlierResults(scene)?.analysis
  const texts = sectionNames.map((section) => standing(scene, section))
  const [first] = analysis.comparisons
  const [earlier] = before?.comparisons ?? []
  return {
    repetitions: first?.n ?? 0,
    comparisons: analysis.comparisons.length,
    clear: analysis.comparisons.filter(({ direction }) => direction !== 'no clear difference').length,
    cited: new Set(texts.flatMap((text) => [...text.matchAll(citation)].map(([, id]) => id))).size,
    limits: standing(scene, 'discussion').includes(scene.words.limits),
    confirmed: Boolean(first?.n && earlier?.n) && first?.direction === earlier?.direction,
    nearest: scene.occasion.nearest,
    missed: latePieces(scene).filter((piece) => !isThere(scene, piece)).length,
  }
}

export type Emphasis = 'soundness' | 'use' | 'text'

type Marks = Pick<
  ReviewForm,
  | 'originality'
  | 'quality'
  | 'clarity'
  | 'significance'
  | 'soundness'
  | 'presentation'
  | 'contribution'
  | 'overall'
  | 'confidence'
  | 'decision'
>

const within = (mark: number, top: number) => Math.max(1, Math.min(top, mark))
const one = (holds: boolean) => Number(holds)
const citedWell = 5

/**
 * Marks by rule. Soundness: 2, one more from 8 repetitions on, one more when a second sample repeats the verdict. Quality: 2,
 * one more for limits, one for a second sample. Clarity: 2, one more for limits, one when nothing is missed. Presentation: 4
 * less one for every two paragraphs missed. Significance, contribution: less when the topic is another. Overall: 3, and one
 * each for repetitions, second sample, limits and five papers, less what each reviewer minds most; 1 when nothing was compared.
 */
export const marksOf = (seen: Judged, emphasis: Emphasis): Marks => {
  const enough = seen.repetitions >= enoughRepetitions
  const minds = { soundness: one(!enough), use: 1 + one(seen.nearest), text: one(seen.missed > 0) }[emphasis]
  const earned = 3 + one(enough) + one(seen.confirmed) + one(seen.limits) + one(seen.cited >= citedWell)
  const overall = seen.repetitions === 0 ? 1 : within(earned - minds - one(seen.nearest), 10)
  return {
    originality: 2,
    quality: within(2 + one(seen.limits) + one(seen.confirmed), 4),
    clarity: within(2 + one(seen.limits) + one(seen.missed === 0), 4),
    significance: within(1 + one(seen.clear > 0) + one(!seen.nearest), 4),
    soundness: within(2 + one(enough) + one(seen.confirmed), 4),
    presentation: within(4 - Math.ceil(seen.missed / 2), 4),
    contribution: within(2 + one(seen.confirmed) - one(seen.nearest), 4),
    overall,
    confidence: emphasis === 'use' ? 3 : 4,
    decision: overall >= 6 ? 'accept' : 'reject',
  }
}
