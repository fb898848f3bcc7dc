import type { ReviewForm } from '../core/review.ts'
import { reviewWeights } from '../core/review-weights.ts'
import type { ReadonlyAttempt, ReadonlyState } from '../core/state.ts'
import { byTurn } from '../core/turn-id.ts'
import { evidenceLink } from './evidence.ts'
import type { Labels } from './labels/index.ts'
import { neutraliseUncited } from './neutralise.ts'
import { numeral } from './numeral.ts'
import { plain, table } from './plain.ts'
import { attemptsOf } from './winner.ts'

type Review = ReadonlyAttempt['reviews'][string]

export const reviewsOf = ({ reviews }: ReadonlyAttempt): Review[] => Object.values(reviews).sort((a, b) => byTurn(a.id, b.id))

const graded = Object.keys(reviewWeights) as (keyof typeof reviewWeights)[]
const written = ['summary', 'strengths', 'weaknesses', 'questions', 'limitations'] as const satisfies readonly (keyof ReviewForm)[]

/** A row for each mark, a column for each reviewer. */
const marks = (reviews: readonly Review[], { review, columns }: Labels): string =>
  table(
    [columns.mark, columns.weight, ...reviews.map(({ reviewer }) => plain(reviewer))],
    [
      ...graded.map((field) => [
        review[field],
        reviewWeights[field].weight.toFixed(1),
        ...reviews.map(({ form }) => `${form[field]} / ${reviewWeights[field].top}`),
      ]),
      [review.decision, '–', ...reviews.map(({ form }) => review[form.decision])],
      [review.ethical, '–', ...reviews.map(({ form }) => (form['ethical-concerns'] ? review.yes : review.no))],
      [`**${review.score}**`, '–', ...reviews.map(({ score }) => `**${numeral(score)}**`)],
    ],
  )

const words = ({ id, reviewer, form }: Review, labels: Labels): string[] => [
  `### ${plain(reviewer)}`,
  ...written.flatMap((field) => [`**${labels.review[field]}**`, neutraliseUncited(form[field])]),
  evidenceLink(labels, [id], 'reviews.json'),
]

/** The reviews of an attempt: marks side by side, then what each reviewer wrote. */
export const renderReviews = (attempt: ReadonlyAttempt, labels: Labels): string[] => {
  const reviews = reviewsOf(attempt)
  if (reviews.length === 0) return [labels.review.none]
  return [marks(reviews, labels), labels.review.caution, ...reviews.flatMap((review) => words(review, labels))]
}

/** All forms of all attempts as JSON: [{attempt, id, reviewer, score, form}]. */
export const renderReviewsJson = (state: ReadonlyState): string => {
  const all = attemptsOf(state).flatMap(({ number, attempt }) =>
    reviewsOf(attempt).map(({ id, reviewer, score, form }) => ({ attempt: number, id, reviewer, score, form })),
  )
  return `${JSON.stringify(all, null, 2)}\n`
}
