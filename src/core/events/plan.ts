import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { text } from '../text.ts'

const language = z.enum(['javascript', 'python'])

export const planEvents = {
  'plan-accept': defineEvent({
    means: 'The postdoc settled the plan of this attempt.',
    data: z.strictObject({ turn: z.string(), text }),
    apply(draft, { text: plan }) {
      draft.now.plan = plan
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
  'interpretation-accept': defineEvent({
    means: 'The postdoc settled what the results mean.',
    data: z.strictObject({ turn: z.string(), text }),
    apply(draft, { text: interpretation }) {
      draft.now.interpretation = interpretation
    },
  }),
}
