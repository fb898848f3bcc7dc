import { sectionNames } from '../names.ts'
import type { Effects } from './entry.ts'
import { idIn, numberOrNull, oneOf, sizedHead, stringIn, textView } from './fields.ts'
import { appended, replaced } from './list.ts'
import { marked } from './mark.ts'
import { reviewFormIn } from './review-form.ts'
import type { ReviewView, ViewerState } from './viewer-state.ts'

/** The score of the best draft of this attempt: the last that was kept. */
const bestScore = ({ reportScores, attempt }: ViewerState): number | undefined =>
  reportScores.findLast((score) => score.attempt === attempt && score.kept)?.score

export const reportEffects = {
  'section-write': (state, data, { seq }) => {
    const name = oneOf(data.section, sectionNames)
    if (!name) return state
    const section = { name, seq, turn: stringIn(data.turn), ...sizedHead(data.text) }
    const place = state.sections.findIndex((other) => other.name === name)
    return { ...state, sections: place < 0 ? appended(state.sections, section) : replaced(state.sections, place, () => section) }
  },
  'report-score': (state, data, { seq }) => {
    const score = numberOrNull(data.score)
    if (score === null) return state
    const best = bestScore(state)
    const kept = best === undefined || score >= best
    const reportScores = appended(state.reportScores, { seq, attempt: state.attempt, turn: stringIn(data.turn), score, kept })
    if (kept) return { ...state, reportScores, bestSections: state.sections }
    return { ...state, reportScores, sections: state.bestSections ?? state.sections }
  },
  'readme-write': (state, { turn, text }, entry) => ({ ...state, readme: textView(text, turn, entry) }),
  'review-give': (state, data, entry) => {
    const id = idIn(data.turn)
    const form = reviewFormIn(data.form)
    const score = numberOrNull(data.score)
    if (!id || !form || score === null) return state
    const { attempt } = state
    const review: ReviewView = { id, reviewer: stringIn(data.reviewer), attempt, seq: entry.seq, score, form }
    const place = state.reviews.findIndex((other) => other.id === id && other.attempt === attempt)
    const reviews = place < 0 ? appended(state.reviews, review) : replaced(state.reviews, place, () => review)
    return marked({ ...state, reviews }, entry, 'review', data.reviewer)
  },
  'refinement-decide': (state, data, { seq }) => {
    const kind = oneOf(data.decision, ['finish', 'revise'])
    return kind ? { ...state, decision: { kind, why: stringIn(data.why), seq } } : state
  },
} satisfies Effects
