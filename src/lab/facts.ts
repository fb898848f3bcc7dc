import type { Offered } from '../agents/offer.ts'
import { conversation } from '../agents/request.ts'
import type { Facts } from '../core/facts.ts'
import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'

/** What the role of a turn may know, as values. */
export const factsFor = (
  state: ReadonlyState,
  turn: ReadonlyTurn,
  offered: readonly Offered[],
  papersWanted: number,
  readText: ReadText,
): Facts => {
  const phase = state.phase
  const own = phase ? conversation(phase, turn).filter(({ role }) => role === turn.role) : []
  const before = own.at(-2)
  const result = before?.end ? readText(before.end.result as Text) : undefined
  return {
    topic: state.topic,
    seed: state.seed,
    phase: phase?.name ?? '',
    attempt: phase?.attempt ?? 1,
    step: turn.step,
    role: turn.role,
    seat: turn.seat,
    turn: turn.id,
    ask: turn.ask,
    commands: offered.map(({ command }) => command.name),
    ...(turn.repairs !== undefined && result !== undefined ? { problem: result } : {}),
    ...(result !== undefined ? { result } : {}),
    papersWanted,
    found: state.found,
    added: state.added,
    read: Object.keys(state.read),
    searches: state.searches,
    now: state.now,
    earlier: state.earlier,
  }
}
