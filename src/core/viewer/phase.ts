import { phaseNames } from '../names.ts'
import { type Effects, nothing } from './entry.ts'
import { numberIn, oneOf, outcomeIn } from './fields.ts'
import { replaced } from './list.ts'
import { marked } from './mark.ts'
import { letGoOfTurns } from './open-turns.ts'
import type { AttemptView, PhaseView, ViewerState } from './viewer-state.ts'

/** What belongs to one attempt from planning to reviews, before it has anything. */
const emptyAttempt = {
  plan: null,
  contract: null,
  dataset: null,
  card: null,
  interpretation: null,
  readme: null,
  best: null,
  sections: [],
  decision: null,
} as const satisfies Partial<ViewerState>

const withAttempts = (
  phases: readonly PhaseView[],
  name: PhaseView['name'],
  change: (attempts: readonly AttemptView[]) => readonly AttemptView[],
): readonly PhaseView[] => phases.map((phase) => (phase.name === name ? { ...phase, attempts: change(phase.attempts) } : phase))

export const phaseEffects = {
  'phase-start': (state, data, entry) => {
    const phase = oneOf(data.phase, phaseNames)
    if (!phase) return state
    const attempt = numberIn(data.attempt)
    const { seq: startSeq, at: startedAt } = entry
    const begun: AttemptView = { attempt, startSeq, startedAt, endSeq: null, endedAt: null, outcome: null, next: null, turns: 0 }
    const phases = withAttempts(state.phases, phase, (attempts) => [...attempts, begun])
    const at: ViewerState = { ...state, phase, phases, people: letGoOfTurns(state.people) }
    if (phase !== 'plan-formulation' || attempt === 1) return marked(at, entry, 'phase', phase)
    const { bestSections: _, ...kept } = at
    return marked(marked({ ...kept, ...emptyAttempt, attempt }, entry, 'back', state.decision?.why), entry, 'phase', phase)
  },
  'role-brief': nothing,
  'turns-condense': nothing,
  'phase-end': (state, data, { seq, at }) => {
    const phase = oneOf(data.phase, phaseNames)
    const ended = { endSeq: seq, endedAt: at, outcome: outcomeIn(data.outcome), next: oneOf(data.next, [...phaseNames, 'end']) ?? null }
    const close = (attempts: readonly AttemptView[]) =>
      replaced(
        attempts,
        attempts.findLastIndex(({ attempt }) => attempt === data.attempt),
        (attempt) => ({ ...attempt, ...ended }),
      )
    return {
      ...state,
      phase: null,
      phases: phase ? withAttempts(state.phases, phase, close) : state.phases,
      people: letGoOfTurns(state.people),
    }
  },
} satisfies Effects
