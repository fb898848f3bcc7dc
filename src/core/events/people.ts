import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { phaseNames } from '../names.ts'

const by = z.string().min(1).max(100).describe('who, or through which viewer: cli, godot, web')

export const peopleEvents = {
  'pause-ask': defineEvent({
    means: 'A person asked the run to pause; it can be resumed.',
    data: z.strictObject({ by }),
    apply(draft, data) {
      draft.pausing = data.by
    },
  }),
  'stop-ask': defineEvent({
    means: 'A person asked the run to stop; what was done so far stays, and it can be resumed.',
    data: z.strictObject({ by }),
    apply(draft, data) {
      draft.stopping = data.by
    },
  }),
  'note-add': defineEvent({
    means: 'A person told the lab something, for one phase or for all that follow.',
    data: z.strictObject({ by, text: z.string().min(1).max(4000), phase: z.enum(phaseNames).optional() }),
    apply(draft, { by: person, text, phase }) {
      draft.notes.push({ by: person, text, ...(phase ? { phase } : {}) })
    },
  }),
  'question-ask': defineEvent({
    means: 'The lab asks a person; a question that blocks holds the run until it is answered.',
    data: z.strictObject({
      id: z.string().min(1),
      text: z.string().min(1),
      options: z.array(z.string()),
      blocks: z.boolean(),
    }),
    apply(draft, question) {
      draft.questions[question.id] ??= { ...question }
    },
  }),
  'answer-give': defineEvent({
    means: 'A person answered a question of the lab; the first answer counts.',
    data: z.strictObject({ by, question: z.string().min(1), answer: z.string().min(1).max(4000) }),
    apply(draft, { by: person, question, answer }) {
      const asked = draft.questions[question]
      if (asked && !asked.answer) asked.answer = { text: answer, by: person }
    },
  }),
}
