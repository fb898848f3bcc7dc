import { type Offered, offer } from '../agents/offer.ts'
import type { ReadonlyState } from '../core/state.ts'
import type { Tell } from '../phases/phase.ts'
import type { Journal } from './journal.ts'
import { findLoop } from './loop-guard.ts'
import { isNearEnd } from './near-end.ts'
import { isTerse, type Parts } from './parts.ts'

/** The rest, unless nothing would be left to choose from. */
const without = (offered: readonly Offered[], drop: (name: string) => boolean): readonly Offered[] => {
  const rest = offered.filter(({ command }) => !drop(command.name))
  return rest.length ? rest : offered
}

const loopedIn = (state: ReadonlyState, { role }: Tell, ask: string): string | undefined => {
  const loop = findLoop(state)
  return loop?.role === role && loop.ask === ask ? loop.command : undefined
}

/**
 * What a role can give in answer to an ask at this moment. A question to people only while there are questions left; what it
 * has given over and over not again; and near the end of a phase what brings it to an end.
 */
export const offeredNow = (tell: Tell, ask: string, { state, readText }: Journal, { settings, model }: Parts): readonly Offered[] => {
  const { atLast } = tell
  const small = state.phase !== undefined && isTerse(model(tell.role, state.phase.name))
  const commands = small ? tell.commands.filter(({ free }) => !free) : tell.commands
  const asked = Object.values(state.questions).filter(({ blocks }) => !blocks).length
  const left = asked < settings.questions ? commands : commands.filter(({ name }) => name !== 'ask-person')
  const offered = offer(left, { state, ask, readText })
  const looped = loopedIn(state, tell, ask)
  const varied = without(offered, (name) => name === looped)
  return atLast && isNearEnd(state, settings) ? without(varied, (name) => !atLast.some((command) => command.name === name)) : varied
}
