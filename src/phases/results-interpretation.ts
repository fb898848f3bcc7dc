import { z } from 'zod'
import { askPerson } from '../agents/commands/ask-person.ts'
import { dialogue } from '../agents/commands/dialogue.ts'
import { interpretation } from '../agents/commands/interpretation.ts'
import { noteEffect } from '../agents/commands/note-effect.ts'
import { phaseAfter } from '../core/kinds.ts'
import type { ReadonlyState } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import { lastSaid, sayIt } from './conversation.ts'
import { digestEvidence } from './digest.ts'
import { definePhase, steps } from './phase.ts'

const lead = [dialogue, noteEffect, interpretation, askPerson]
const follow = [dialogue, noteEffect, askPerson]

const context = (state: ReadonlyState, readText: ReadText) => ({
  plan: state.now.plan === undefined ? '(no plan)' : readText(state.now.plan as Text),
  results: digestEvidence(state, readText),
})

/** The postdoc, who speaks first, and the PhD student settle what the results mean. */
export const resultsInterpretation = definePhase({
  name: 'results-interpretation',
  title: 'Results interpretation',
  settings: z.strictObject({ steps }),
  table: ['postdoc', 'phd-student'],
  tells: {
    first: { role: 'postdoc', slots: ['plan', 'results'], commands: lead, atLast: [interpretation], fallback: sayIt },
    lead: { role: 'postdoc', slots: [], commands: lead, atLast: [interpretation], fallback: sayIt },
    join: { role: 'phd-student', slots: [], commands: follow, fallback: sayIt },
    follow: { role: 'phd-student', slots: [], commands: follow, fallback: sayIt },
  },

  decide(state, _settings, readText) {
    if (state.now.interpretation !== undefined) return { finish: true }
    const last = lastSaid(state)
    if (!last) return { speak: [{ tell: 'first', slots: context(state, readText) }] }
    if (last.role === 'phd-student') return { speak: [{ tell: 'lead', slots: {} }] }
    const joined = state.phase?.turns.some(({ role }) => role === 'phd-student')
    return { speak: [{ tell: joined ? 'follow' : 'join', slots: {} }] }
  },

  missing({ kind, now }) {
    if (now.interpretation === undefined) return { kind: 'partial', why: 'the results were not interpreted' }
    const isEmpty = kind === 'survey' && now.effects.length === 0
    return isEmpty ? { kind: 'partial', why: 'no finding of a paper was noted, so nothing was pooled' } : undefined
  },
  next: ({ kind }) => phaseAfter(kind, 'results-interpretation'),
})
