import { sectionNames } from '../../../core/names.ts'
import type { ReviewForm } from '../../../core/review.ts'
import type { Comparison, Direction } from '../analyse.ts'
import { turnOf } from '../turn.ts'
import { earlierResults, resultsOf } from './measured.ts'
import { isTelling } from './papers.ts'
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
  /** Cited papers that tell of the study's subject. */
  relevant: number
  /** Width of the first interval in parts of the difference; infinite when there is no interval or no difference. */
  width: number
  /** What became of the hypothesis: of the first comparison. */
  direction: Direction
  /** Whether some arm was better along the way than any was at the end, where the conclusion is drawn. */
  turned: boolean
  limits: boolean
  confirmed: boolean
  nearest: boolean
  /** Paragraphs that the report still lacks. */
  missed: number
}

/** Repetitions from which a reviewer calls an experiment more than a pilot. */
export const enoughRepetitions = 8

const citation = /\[@([^\]\s;]+)\]/g

const widthOf = (comparison: Comparison | undefined): number => {
  if (comparison?.low === undefined || comparison.high === undefined || !comparison.difference) return Number.POSITIVE_INFINITY
  return (comparison.high - comparison.low) / Math.abs(comparison.difference)
}

export const judgeReport = (scene: Scene): Judged => {
  const { analysis } = resultsOf(scene)
  const before = earlierResults(scene)?.analysis
  const texts = sectionNames.map((section) => standing(scene, section))
  const cited = new Set(texts.flatMap((text) => [...text.matchAll(citation)].map(([, id = '']) => id)))
  const [first] = analysis.comparisons
  const [earlier] = before?.comparisons ?? []
  return {
    repetitions: first?.n ?? 0,
    comparisons: analysis.comparisons.length,
    clear: analysis.comparisons.filter(({ direction }) => direction !== 'no clear difference').length,
    cited: cited.size,
    relevant: Object.values(scene.facts.found).filter((paper) => cited.has(paper.id) && isTelling(paper, scene.study)).length,
    width: widthOf(first),
    direction: first?.direction ?? 'no clear difference',
    turned: turnOf(analysis) !== undefined,
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

const widest = 2
const finest = 4

/** 0 to 4: how well the size of the first difference is known, one more for each halving of the interval from twice the difference. */
const precision = ({ width }: Judged): number => Math.min(finest, Math.max(0, Math.log2(widest / width)))

/** A rehearsal's data are synthetic: it adds little that others can build on, however well it is done. */
const mostContribution = 2

/** What each reviewer prizes, in marks: how fine the result is, how many arms are settled, how well it stands among papers. */
const prized = (seen: Judged, share: number): Readonly<Record<Emphasis, number>> => ({
  soundness: precision(seen),
  use: share + precision(seen) / 2,
  text: Math.min(1, seen.relevant / citedWell) + precision(seen) / 2,
})

/**
 * Marks by rule, from what was counted. Soundness: 1, and one each for 8 repetitions, a second sample that repeats the verdict,
 * and an interval narrower than the difference. Quality: 1, and one each for limits, second sample and a very narrow interval.
 * Clarity: 2, one each for limits and nothing missed, less one when the curve contradicts the end. Presentation: 4 less one
 * for every two paragraphs missed. Originality: one more when the expectation was contradicted. Significance: one each for
 * anything clear, everything clear and the topic itself. Overall: 2, one each for repetitions, second sample and limits, and what
 * this reviewer prizes; less one each for a hypothesis that did not hold, a curve that contradicts the end, another topic,
 * and what this reviewer minds; 1 when nothing was compared.
 */
export const marksOf = (seen: Judged, emphasis: Emphasis): Marks => {
  const enough = seen.repetitions >= enoughRepetitions
  const share = seen.comparisons === 0 ? 0 : seen.clear / seen.comparisons
  const fine = precision(seen)
  const minds = { soundness: one(!enough), use: 1 + one(seen.nearest), text: one(seen.missed > 0) }[emphasis]
  const lost = one(seen.direction !== 'better') + one(seen.turned) + one(seen.nearest)
  const earned = 2 + one(enough) + one(seen.confirmed) + one(seen.limits) + prized(seen, share)[emphasis]
  const overall = seen.repetitions === 0 ? 1 : within(Math.round(earned - lost - minds), 9)
  return {
    originality: within(1 + one(!seen.nearest) + one(seen.direction === 'worse'), 4),
    quality: within(1 + one(seen.limits) + one(seen.confirmed) + one(fine >= 2), 4),
    clarity: within(2 + one(seen.limits) + one(seen.missed === 0) - one(seen.turned), 4),
    significance: within(1 + one(seen.clear > 0) + one(share === 1) + one(!seen.nearest), 4),
    soundness: within(1 + one(enough) + one(seen.confirmed) + one(fine >= 1), 4),
    presentation: within(4 - Math.ceil(seen.missed / 2), 4),
    contribution: within(1 + one(seen.clear > 0 && !seen.nearest), mostContribution),
    overall,
    confidence: within(Math.round(2 + one(emphasis !== 'use') + fine / 2), 5),
    decision: overall >= 6 ? 'accept' : 'reject',
  }
}
