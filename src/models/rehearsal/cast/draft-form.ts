import type { ReviewForm } from '../../../core/review.ts'
import { series } from '../format.ts'
import { count } from '../wording/en/amount.ts'
import { verdict } from '../wording/en/comparison.ts'
import { judgeReport, marksOf } from './marks.ts'
import { resultsOf } from './measured.ts'
import { latePieces } from './pieces.ts'
import type { Scene } from './scene.ts'
import { isThere } from './standing.ts'

/** A form for a draft between two edits: each paragraph that is there raises the marks, and what is missed is named. */
export const draftForm = (scene: Scene): ReviewForm => {
  const facts = resultsOf(scene)
  const missed = latePieces(scene).filter((piece) => !isThere(scene, piece))
  const [next] = missed
  return {
    summary: `The draft asks: ${scene.words.question} ${verdict(facts)}`,
    strengths: `All arms share their seeds, and ${count(facts.analysis.comparisons.length, 'comparison')} with the baseline ${facts.analysis.comparisons.length === 1 ? 'is' : 'are'} reported with intervals.`,
    weaknesses: missed.length
      ? `The draft does not say ${series(
          missed.map(({ misses }) => misses),
          'and',
        )}.`
      : 'I miss nothing that the measurements could give.',
    questions: next ? `Could you add ${next.misses} to the section ${next.section}?` : 'None for this draft.',
    limitations: scene.words.limits,
    'ethical-concerns': false,
    ...marksOf(judgeReport(scene), 'text'),
  }
}
