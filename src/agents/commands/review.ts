import { z } from 'zod'
import { type ReviewForm, reviewForm, reviewScore } from '../../core/review.ts'
import { defineCommand } from '../command.ts'

const example = {
  summary: 'The report asks …',
  strengths: 'All arms share their seeds.',
  weaknesses: 'Few repetitions.',
  questions: 'Does it hold with other data?',
  limitations: 'One synthetic data set.',
  'ethical-concerns': false,
  originality: 2,
  quality: 3,
  clarity: 3,
  significance: 2,
  soundness: 3,
  presentation: 3,
  contribution: 2,
  overall: 5,
  confidence: 4,
  decision: 'reject',
} as const

const words = z.string().trim().min(1).max(4000)

/** The form with something in every field: stored forms are read more freely. */
const filled = reviewForm.extend({ summary: words, strengths: words, weaknesses: words, questions: words, limitations: words })

/** A form in which every text is the same says nothing, whatever it says. */
const sameWords = ({ summary, strengths, weaknesses, questions, limitations }: ReviewForm): string | undefined =>
  new Set([summary, strengths, weaknesses, questions, limitations].map((text) => text.toLowerCase())).size === 1
    ? 'All five texts of the form are the same: say in each what it asks for.'
    : undefined

/** The NeurIPS form, handed in by a reviewer of the finished report. */
export const review = defineCommand({
  name: 'review',
  help: 'Hand in your review: marks from 1 to 4, overall from 1 to 10, confidence from 1 to 5.',
  args: filled,
  flaw: sameWords,
  example,
  async run(form, { turn }) {
    const score = reviewScore(form)
    return {
      events: [{ type: 'review-give', turn: turn.id, reviewer: `${turn.role} ${turn.seat + 1}`, form, score }],
      result: 'Thank you for your review.',
    }
  },
})

/** The same form for a draft, between two edits. */
export const scoreReport = defineCommand({
  name: 'score-report',
  help: 'Score the draft by the review form: marks from 1 to 4, overall from 1 to 10, confidence from 1 to 5.',
  args: filled,
  flaw: sameWords,
  example,
  async run(form, { turn }) {
    return { events: [{ type: 'report-score', turn: turn.id, form, score: reviewScore(form) }], result: 'Noted.' }
  },
})
