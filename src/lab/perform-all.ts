import { conversationOf } from '../core/conversation-of.ts'
import type { LabEvent } from '../core/events/index.ts'
import type { Fault } from '../core/fault.ts'
import type { ReadonlyTurn } from '../core/state.ts'
import { type Phase, tellOf } from '../phases/phase.ts'
import { openScope } from './abort-scope.ts'
import { secondsLeft } from './budget.ts'
import { condenseFor } from './condense.ts'
import type { Journal } from './journal.ts'
import { offeredNow } from './offered-now.ts'
import { type Parts, roomFor } from './parts.ts'
import { carryOut } from './perform.ts'
import { unseenPapers } from './unseen.ts'

/** Tells older turns in short when the request would not fit the model any more. A reply that is there needs no request. */
const condense = (parts: Parts, phase: Phase, journal: Journal, turn: ReadonlyTurn, share = 1): boolean => {
  if (!journal.state.phase || turn.reply !== undefined) return false
  const model = parts.model(turn.role, phase.name)
  const context = Math.floor(model.context * share)
  const heading = parts.prompts.turn.sections.condensed ?? ''
  const event = condenseFor(journal.state.phase, turn, { context, room: roomFor(model, parts.settings) }, journal.readText, heading)
  if (!event) return false
  const { role, seat, through, text } = event
  const told = {
    ...journal.state.phase,
    condensed: { ...journal.state.phase.condensed, [conversationOf(journal.state.phase, { role, seat })]: { through, text } },
  }
  const tell = tellOf(phase, turn.ask)
  const offered = tell ? offeredNow(tell, turn.ask, journal, parts) : []
  // What can still be named must not be lost with the turn that showed it.
  const papers = unseenPapers(offered, { ...journal.state, phase: told }, turn, journal.readText)
  journal.append({ ...event, text: [text, ...papers].join('\n') })
  return true
}

/** What a server finds too long after all, it is asked with less and less of the older turns: so much of its context each time. */
const tighter = [0.7, 0.5, 0.35, 0.2]

const carryOutShorter = async (...[parts, phase, journal, turn, signal]: Parameters<typeof carryOut>): Promise<Fault | undefined> => {
  let fault = await carryOut(parts, phase, journal, turn, signal)
  for (const share of tighter) {
    if (fault?.kind !== 'limit') return fault
    if (condense(parts, phase, journal, turn, share)) fault = await carryOut(parts, phase, journal, turn, signal)
  }
  return fault
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
      open.map(async (turn) => ({ turn, fault: await carryOutShorter(parts, phase, journal, turn, scope.signal) })),
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
