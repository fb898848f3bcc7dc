import type { LabEvent } from '../core/events/index.ts'
import type { Fault } from '../core/fault.ts'
import type { ReadonlyTurn } from '../core/state.ts'
import type { Phase } from '../phases/phase.ts'
import { openScope } from './abort-scope.ts'
import { secondsLeft } from './budget.ts'
import { condenseFor } from './condense.ts'
import type { Journal } from './journal.ts'
import { type Parts, roomFor } from './parts.ts'
import { carryOut } from './perform.ts'

/** Tells older turns in short when the request would not fit the model any more. A reply that is there needs no request. */
const condense = (parts: Parts, phase: Phase, journal: Journal, turn: ReadonlyTurn): void => {
  if (!journal.state.phase || turn.reply !== undefined) return
  const model = parts.model(turn.role, phase.name)
  const { context } = model
  const heading = parts.prompts.turn.sections.condensed ?? ''
  const event = condenseFor(journal.state.phase, turn, { context, room: roomFor(model, parts.settings) }, journal.readText, heading)
  if (event) journal.append(event)
}

/**
 * Carries out open turns side by side. A pause, a stop, an interruption and the end of the time budget abort them at once.
 * When the model of one cannot be had, the others are still waited for, because they are paid. Gives that fault, or `cancelled`.
 */
export const performAll = async (
  parts: Parts,
  phase: Phase,
  journal: Journal,
  open: readonly ReadonlyTurn[],
  interrupt: AbortSignal,
): Promise<Fault | undefined> => {
  const scope = openScope(journal, interrupt, secondsLeft(journal.state, parts.settings.budget, parts.now()))
  try {
    for (const turn of open) condense(parts, phase, journal, turn)
    const ends = await Promise.allSettled(
      open.map(async (turn) => ({ turn, fault: await carryOut(parts, phase, journal, turn, scope.signal) })),
    )
    const defect = ends.find((end) => end.status === 'rejected')
    if (defect) throw defect.reason
    const faults = ends.flatMap((end) =>
      end.status === 'fulfilled' && end.value.fault ? [{ id: end.value.turn.id, fault: end.value.fault }] : [],
    )
    const real = faults.filter(({ fault }) => fault.kind !== 'cancelled')
    if (real.length) journal.append(...real.map(({ id, fault }): LabEvent => ({ type: 'turn-fault', id, fault })))
    return (real[0] ?? faults[0])?.fault
  } finally {
    scope.close()
  }
}
