import { z } from 'zod'
import { finishReport, revisePlan } from '../agents/commands/decide.ts'
import { review } from '../agents/commands/review.ts'
import { digestEarlier, digestEvidence, digestReport, digestReviews } from './digest.ts'
import { definePhase, steps } from './phase.ts'
import type { Fallback } from './stand-in.ts'
import { isStandIn, lowestForm } from './stand-in-forms.ts'

const count = (turns: readonly { ask: string; seat: number }[], ask: string, seat = 0) =>
  turns.filter((turn) => turn.ask === ask && turn.seat === seat).length
const finish: Fallback = () => ({
  command: 'finish-report',
  args: { why: 'No decision that could be used was given, so the report stands as it is.' },
})

/** Reviewers and the decision are asked for once more when a form did not arrive, then no more. */
const tries = 2

/** Reviewers read the report, the code and the measurements side by side; the PhD student decides to finish or to plan again. */
export const reportRefinement = definePhase({
  name: 'report-refinement',
  title: 'Report refinement',
  settings: z.strictObject({
    steps,
    reviewers: z.int().min(1).max(5).default(3).describe('reviewers who read the report side by side'),
    'ways-back': z.int().min(0).max(5).default(1).describe('times that the lab may go back to planning'),
  }),
  tells: {
    review: { role: 'reviewer', slots: ['report', 'evidence', 'stance'], commands: [review], fallback: lowestForm('review') },
    decide: { role: 'phd-student', slots: ['report', 'reviews', 'earlier'], commands: [finishReport, revisePlan], fallback: finish },
    'decide-last': { role: 'phd-student', slots: ['report', 'reviews', 'earlier'], commands: [finishReport], fallback: finish },
  },

  decide(state, { reviewers, 'ways-back': waysBack }, readText) {
    const { now, phase } = state
    const turns = phase?.turns ?? []
    if (now.decision) return { finish: true }
    const report = digestReport(now, readText)
    const evidence = digestEvidence(state, readText)
    const given = new Set(Object.values(now.reviews).map(({ reviewer }) => reviewer))
    const absent = Array.from({ length: reviewers }, (_, seat) => seat).filter(
      (seat) => !given.has(`reviewer ${seat + 1}`) && count(turns, 'review', seat) < tries,
    )
    if (absent.length)
      return {
        speak: absent.map((seat) => ({ tell: 'review', seat, slots: { report, evidence, stance: stances[seat % stances.length] ?? '' } })),
      }
    const tell = state.earlier.length < waysBack ? 'decide' : 'decide-last'
    if (count(turns, tell) >= tries) return { finish: true }
    return { speak: [{ tell, slots: { report, reviews: digestReviews(now), earlier: digestEarlier(state, readText) } }] }
  },

  missing({ now }, { reviewers }) {
    const given = Object.values(now.reviews).filter(({ form }) => !isStandIn(form)).length
    if (given < reviewers) return { kind: 'partial', why: `${given} of ${reviewers} reviews were handed in` }
    return now.decision ? undefined : { kind: 'partial', why: 'nothing was decided about the reviews' }
  },
  next: ({ now }) => (now.decision?.kind === 'revise' ? 'plan-formulation' : 'end'),
})

/** What each reviewer looks at above all, so that three opinions are three. */
const stances = ['the soundness of the experiment', 'what is new and whom it helps', 'whether the text says no more than was measured']
