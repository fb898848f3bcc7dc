import { z } from 'zod'
import { askPerson } from '../agents/commands/ask-person.ts'
import { dialogue } from '../agents/commands/dialogue.ts'
import { outline } from '../agents/commands/outline.ts'
import { plan } from '../agents/commands/plan.ts'
import { phaseAfter } from '../core/kinds.ts'
import { lastSaid, sayIt } from './conversation.ts'
import { digestEarlier, digestPapers } from './digest.ts'
import { definePhase, steps } from './phase.ts'

const lead = [dialogue, plan, outline, askPerson]
const follow = [dialogue, askPerson]

/** The postdoc, who speaks first, and the PhD student settle what will be done. */
export const planFormulation = definePhase({
  name: 'plan-formulation',
  title: 'Plan formulation',
  settings: z.strictObject({ steps }),
  table: ['postdoc', 'phd-student'],
  tells: {
    first: { role: 'postdoc', slots: ['topic', 'papers', 'earlier'], commands: lead, atLast: [plan, outline], fallback: sayIt },
    lead: { role: 'postdoc', slots: [], commands: lead, atLast: [plan, outline], fallback: sayIt },
    join: { role: 'phd-student', slots: [], commands: follow, fallback: sayIt },
    follow: { role: 'phd-student', slots: [], commands: follow, fallback: sayIt },
  },

  decide(state, _settings, readText) {
    if (state.now.plan !== undefined) return { finish: true }
    const last = lastSaid(state)
    if (!last)
      return {
        speak: [{ tell: 'first', slots: { topic: state.topic, papers: digestPapers(state), earlier: digestEarlier(state, readText) } }],
      }
    if (last.role === 'phd-student') return { speak: [{ tell: 'lead', slots: {} }] }
    const joined = state.phase?.turns.some(({ role }) => role === 'phd-student')
    return { speak: [{ tell: joined ? 'follow' : 'join', slots: {} }] }
  },

  missing: ({ now }) => (now.plan === undefined ? { kind: 'failed', why: 'no plan was settled' } : undefined),
  next: ({ kind }) => phaseAfter(kind, 'plan-formulation'),
})
