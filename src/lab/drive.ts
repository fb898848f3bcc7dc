import type { PhaseName } from '../core/names.ts'
import type { Phase } from '../phases/phase.ts'
import { noReserve, type Spent, spentBudget } from './budget.ts'
import { endedAtGate, openGate } from './gate.ts'
import { type Halt, haltAsked, waitForAnswer } from './halt.ts'
import type { Journal } from './journal.ts'
import { findLoop } from './loop-guard.ts'
import { phaseOutcome } from './outcome.ts'
import type { Parts } from './parts.ts'
import { performAll } from './perform-all.ts'
import { runAgain } from './run-again.ts'
import { malformedTurns, startTurns } from './start-turns.ts'

export type Driven = { to: PhaseName | 'end' } | { halt: Halt }

/** Why a phase must end now, whatever it would still like to do. */
const forcedEnd = (steps: number, { state }: Journal): Spent | undefined => {
  if ((state.phase?.turns.length ?? 0) >= steps) return { of: 'phase', why: `the limit of ${steps} steps was reached` }
  const loop = findLoop(state)
  return loop?.force ? { of: 'phase', why: `${loop.role} gave the same ${loop.command} ${loop.times} times` } : undefined
}

/**
 * The lab's one loop, for every phase: decide, put it on the log, perform, put on the log what came of it. Starting and
 * resuming are the same call, because what has been done is on the log, and what comes next is decided from the log alone.
 */
export const drive = async (parts: Parts, phase: Phase, journal: Journal, interrupt: AbortSignal): Promise<Driven> => {
  const { state, append } = journal
  const { budget, phases } = parts.settings
  const settings = phases[phase.name]
  let forced: Spent | undefined
  for (;;) {
    append()
    const halt = haltAsked(journal, interrupt)
    if (halt) return { halt }
    if (!state.phase) {
      append({ type: 'phase-start', phase: phase.name, attempt: (state.attempts[phase.name] ?? 0) + 1 })
      continue
    }
    forced ??= spentBudget(state, budget, noReserve, parts.now())
    const open = state.phase.turns.filter(({ end }) => end === undefined)
    if (open.length && !forced) {
      const fault = await performAll(parts, phase, journal, open, interrupt)
      if (fault && fault.kind !== 'cancelled') return { halt: { cause: 'fault', why: fault.message, fault } }
      continue
    }
    const question = Object.values(state.questions).find(({ blocks, answer }) => blocks && !answer)
    if (question) {
      const unanswered = await waitForAnswer(parts, journal, question, interrupt)
      if (unanswered) return { halt: unanswered }
      continue
    }
    forced ??= forcedEnd(settings.steps, journal)
    const broken = malformedTurns(journal)
    const decision = forced
      ? ({ finish: true } as const)
      : broken.length
        ? { speak: broken }
        : phase.decide(state, settings, journal.readText)
    if ('speak' in decision) {
      const started = startTurns(parts, phase, journal, decision.speak)
      if ('why' in started) forced = started
      else append(...started)
      continue
    }
    if ('note' in decision) {
      append(...decision.note)
      continue
    }
    if ('run' in decision) {
      await runAgain(parts, journal, decision.run, interrupt)
      continue
    }
    const gate = openGate(parts, phase, journal)
    if (gate) {
      append(gate)
      continue
    }
    const outcome = phaseOutcome(phase.missing(state, settings), forced?.why)
    const over = outcome.kind === 'failed' || forced?.of === 'run' || endedAtGate(phase, journal)
    const to = over ? 'end' : phase.next(state, settings)
    append({ type: 'phase-end', phase: phase.name, attempt: state.phase.attempt, outcome, next: to })
    return { to }
  }
}
