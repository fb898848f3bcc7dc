import type { EventOf, EventType } from '../../../core/events/index.ts'
import type { ReadonlyState, ReadonlyTurn } from '../../../core/state.ts'
import type { Person } from '../name.ts'
import type { Texts } from '../texts/index.ts'
import type { Told } from '../told.ts'

export type Scene = { run: string; state: ReadonlyState; texts: Texts }
export type Teller<Type extends EventType> = (event: EventOf<Type>, scene: Scene) => Told | undefined

/** For each of some kinds of event, how it is told. */
export type Tellers<Types extends EventType> = { [Type in Types]: Teller<Type> }

/** For what only matters to the program. */
export const untold = (): undefined => undefined

export const turnOf = ({ phase }: ReadonlyState, id: string): ReadonlyTurn | undefined => phase?.turns.findLast((turn) => turn.id === id)
export const whoOf = (state: ReadonlyState, id: string): Person | undefined => {
  const turn = turnOf(state, id)
  return turn && { role: turn.role, seat: turn.seat }
}
