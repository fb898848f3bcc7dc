import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { sectionNames } from '../names.ts'
import { reviewForm } from '../review.ts'
import type { Report } from '../state.ts'
import { text } from '../text.ts'

const turn = z.string()
const copyOf = ({ sections, turns }: Report) => ({ sections: { ...sections }, turns: { ...turns } })

export const reportEvents = {
  'section-write': defineEvent({
    means: 'A section of the report got this text, first or anew.',
    data: z.strictObject({ turn, section: z.enum(sectionNames), text }),
    apply(draft, { turn: by, section, text: words }) {
      draft.now.report.sections[section] = words
      draft.now.report.turns[section] = by
      delete draft.now.report.score
    },
  }),
  'report-score': defineEvent({
    means: 'A reviewer scored the draft by the review form; a draft that scores below the best so far is put back.',
    data: z.strictObject({ turn, form: reviewForm, score: z.number().min(0).max(10) }),
    apply(draft, { turn: by, score }) {
      const { now } = draft
      const kept = now.bestReport === undefined || score >= (now.bestReport.score ?? 0)
      now.reportScores.push({ turn: by, score, kept })
      if (kept) now.bestReport = { ...copyOf(now.report), score }
      else if (now.bestReport) now.report = { ...copyOf(now.bestReport), score: now.bestReport.score ?? 0 }
    },
  }),
  'readme-write': defineEvent({
    means: 'The professor wrote the page that explains the run folder.',
    data: z.strictObject({ turn, text }),
    apply(draft, { text: words }) {
      draft.now.readme = words
    },
  }),
  'review-give': defineEvent({
    means: 'A reviewer handed in a filled form.',
    data: z.strictObject({ turn, reviewer: z.string(), form: reviewForm, score: z.number().min(0).max(10) }),
    apply(draft, { turn: id, reviewer, form, score }) {
      draft.now.reviews[id] = { id, reviewer, form, score }
    },
  }),
  'refinement-decide': defineEvent({
    means: 'The PhD student decided, with the reviews in hand, to finish or to plan again.',
    data: z.strictObject({ turn, decision: z.enum(['finish', 'revise']), why: z.string().min(1) }),
    apply(draft, { decision, why }) {
      draft.now.decision = { kind: decision, why }
    },
  }),
}
