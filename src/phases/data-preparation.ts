import { z } from 'zod'
import { askPerson } from '../agents/commands/ask-person.ts'
import { dialogue } from '../agents/commands/dialogue.ts'
import { runCode } from '../agents/commands/run-code.ts'
import { searchDatasets } from '../agents/commands/search-datasets.ts'
import { submitCode } from '../agents/commands/submit-code.ts'
import { takeDataset } from '../agents/commands/take-dataset.ts'
import { phaseAfter } from '../core/kinds.ts'
import type { ReadonlyState } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import { sayIt } from './conversation.ts'
import { definePhase, steps } from './phase.ts'

const lead = [dialogue, takeDataset, submitCode, askPerson]
const follow = [runCode, searchDatasets, dialogue, askPerson]

const planText = ({ now }: ReadonlyState, readText: ReadText) => (now.plan === undefined ? '(no plan)' : readText(now.plan as Text))

/** The software engineer leads, the machine-learning engineer looks for data and tries things out; submitted code that runs ends it. */
export const dataPreparation = definePhase({
  name: 'data-preparation',
  title: 'Data preparation',
  settings: z.strictObject({ steps }),
  table: ['software-engineer', 'ml-engineer'],
  tells: {
    first: { role: 'software-engineer', slots: ['plan'], commands: lead, atLast: [takeDataset, submitCode], fallback: sayIt },
    lead: { role: 'software-engineer', slots: [], commands: lead, atLast: [takeDataset, submitCode], fallback: sayIt },
    again: { role: 'software-engineer', slots: [], commands: lead, atLast: [takeDataset, submitCode], fallback: sayIt },
    join: { role: 'ml-engineer', slots: [], commands: follow, atLast: [dialogue], fallback: sayIt },
    follow: { role: 'ml-engineer', slots: [], commands: follow, atLast: [dialogue], fallback: sayIt },
    'go-on': { role: 'ml-engineer', slots: [], commands: follow, atLast: [dialogue], fallback: sayIt },
  },

  decide(state, _settings, readText) {
    if (state.now.dataset) return { finish: true }
    const turns = state.phase?.turns ?? []
    const last = turns.findLast(({ end }) => end?.command !== undefined)
    if (!last) return { speak: [{ tell: 'first', slots: { plan: planText(state, readText) } }] }
    if (last.end?.command !== 'dialogue') return { speak: [{ tell: last.role === 'ml-engineer' ? 'go-on' : 'again', slots: {} }] }
    if (last.role === 'ml-engineer') return { speak: [{ tell: 'lead', slots: {} }] }
    const joined = turns.some(({ role }) => role === 'ml-engineer')
    return { speak: [{ tell: joined ? 'follow' : 'join', slots: {} }] }
  },

  missing: ({ now }) => (now.dataset ? undefined : { kind: 'failed', why: 'no data set code ran without an error' }),
  next: ({ kind }) => phaseAfter(kind, 'data-preparation'),
})
