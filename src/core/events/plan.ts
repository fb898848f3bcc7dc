import { z } from 'zod'
import { contract } from '../contract.ts'
import { dataCard } from '../data-card.ts'
import { defineEvent } from '../define-event.ts'
import { text } from '../text.ts'

const language = z.enum(['javascript', 'python'])

export const planEvents = {
  'plan-accept': defineEvent({
    means: 'The postdoc settled the plan of this attempt, and what its results will be held against.',
    data: z.strictObject({ turn: z.string(), text, contract: contract.optional() }),
    apply(draft, { text: plan, contract: terms }) {
      draft.now.plan = plan
      if (terms) draft.now.contract = terms
    },
  }),
  'dataset-search': defineEvent({
    means: 'A search for data sets came back.',
    data: z.strictObject({
      turn: z.string(),
      query: z.string(),
      status: z.enum(['ok', 'rate-limited', 'unavailable', 'not-found']),
      datasets: z.array(z.strictObject({ id: z.string(), description: z.string() })),
    }),
    apply(draft, { datasets }) {
      for (const { id, description } of datasets) draft.now.datasetsFound[id] = description
    },
  }),
  'dataset-accept': defineEvent({
    means: 'The submitted data set code ran without an error and lies beside every experiment from now on.',
    data: z.strictObject({ turn: z.string(), program: z.string(), language, code: text }),
    apply(draft, { program, language: written, code }) {
      draft.now.dataset = { program, language: written, code }
    },
  }),
  'data-card': defineEvent({
    means: 'The lab took a data set, split it, and keeps the labels of two parts to itself: programs predict, the lab scores.',
    data: z.strictObject({ turn: z.string(), card: dataCard }),
    apply(draft, { card }) {
      draft.now.card = card
    },
  }),
  'effect-note': defineEvent({
    means: 'A finding of a paper was noted in its own words, to be pooled with others of its outcome.',
    data: z.strictObject({
      turn: z.string(),
      paper: z.string(),
      outcome: z.string().min(1),
      unit: z.string().min(1),
      estimate: z.number(),
      low: z.number(),
      high: z.number().describe('ends of its 95 % interval'),
      quote: z.string().min(1),
    }),
    apply(draft, effect) {
      draft.now.effects.push(effect)
    },
  }),
  'interpretation-accept': defineEvent({
    means: 'The postdoc settled what the results mean.',
    data: z.strictObject({ turn: z.string(), text }),
    apply(draft, { text: interpretation }) {
      draft.now.interpretation = interpretation
    },
  }),
}
