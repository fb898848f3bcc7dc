import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { fault } from '../fault.ts'
import { paper } from '../paper.ts'
import { text } from '../text.ts'

export const paperEvents = {
  'search-end': defineEvent({
    means: 'A search for papers came back; what it found may from now on be read, added and cited.',
    data: z.strictObject({
      turn: z.string(),
      query: z.string(),
      source: z.string(),
      status: z.enum(['ok', 'rate-limited', 'unavailable', 'not-found']),
      papers: z.array(paper),
      fault: fault.optional(),
    }),
    apply(draft, { turn, query, source, status, papers }) {
      for (const hit of papers) draft.found[hit.id] ??= hit
      draft.searches.push({ turn, query, source, status, count: papers.length })
    },
  }),
  'paper-read': defineEvent({
    means: 'The full text of a paper was fetched and shown to the role that asked for it.',
    data: z.strictObject({ turn: z.string(), id: z.string(), text }),
    apply(draft, { id, text: full }) {
      draft.read[id] = full
    },
  }),
  'paper-add': defineEvent({
    means: 'A paper joined the review, with what was learnt from it.',
    data: z.strictObject({ turn: z.string(), id: z.string(), note: z.string().min(1) }),
    apply(draft, { id, note }) {
      draft.added[id] = { note }
    },
  }),
}
