import type { Facts } from './facts.ts'
import type { RoleName } from './names.ts'
import { createState } from './state.ts'

/** What is known outside of any run: nothing. Only casts read facts, and none of them is asked there. */
export const bareFacts = (role: RoleName, turn: string): Facts => {
  const { found, added, searches, now, earlier } = createState()
  return {
    topic: '',
    seed: 0,
    phase: '',
    attempt: 1,
    step: 0,
    role,
    seat: 0,
    turn,
    ask: '',
    commands: [],
    papersWanted: 0,
    found,
    added,
    read: [],
    searches,
    now,
    earlier,
  }
}
