import { z } from 'zod'
import { conversationOf } from '../conversation-of.ts'
import { defineEvent } from '../define-event.ts'
import { phaseNames, roleNames } from '../names.ts'
import { outcome } from '../outcome.ts'
import { createAttempt } from '../state.ts'
import { text } from '../text.ts'

const phase = z.enum(phaseNames)
const attempt = z.int().positive()

export const phaseEvents = {
  'phase-start': defineEvent({
    means: 'A phase began; attempt 2 and up means that the lab came back to it.',
    data: z.strictObject({ phase, attempt }),
    apply(draft, data) {
      draft.phase = { name: data.phase, attempt: data.attempt, turns: [], briefs: {}, condensed: {} }
      draft.attempts[data.phase] = data.attempt
      draft.next = undefined
      if (data.phase !== 'plan-formulation' || data.attempt === 1) return
      draft.earlier.push(draft.now)
      draft.now = createAttempt()
    },
  }),
  'role-brief': defineEvent({
    means: 'The fixed system prompt of a role, or of all roles at a table, in this phase, stored before its first turn.',
    data: z.strictObject({
      role: z.enum(roleNames),
      text,
      notes: z.int().nonnegative(),
      table: z.array(z.enum(roleNames)).min(2).optional().describe('the roles that share this brief and one conversation'),
    }),
    apply(draft, { role, text: brief, notes, table }) {
      for (const seated of table ?? [role])
        if (draft.phase) draft.phase.briefs[seated] = { text: brief, notes, ...(table ? { table } : {}) }
    },
  }),
  'turns-condense': defineEvent({
    means: 'A request would no longer fit the model, so older turns of a role are from now on told in short.',
    data: z.strictObject({
      role: z.enum(roleNames),
      seat: z.int().nonnegative(),
      through: z.string().describe('id of the last turn that the short text stands for'),
      text,
      dropped: z.array(z.string()).describe('what fell out, in words'),
    }),
    apply(draft, { role, seat, through, text: short }) {
      if (draft.phase) draft.phase.condensed[conversationOf(draft.phase, { role, seat })] = { through, text: short }
    },
  }),
  'phase-end': defineEvent({
    means: 'A phase ended, and how, and where the lab goes from there.',
    data: z.strictObject({ phase, attempt, outcome, next: z.union([phase, z.literal('end')]) }),
    apply(draft, data) {
      draft.phase = undefined
      draft.ended.push({ phase: data.phase, attempt: data.attempt, outcome: data.outcome })
      draft.next = data.next
    },
  }),
}
