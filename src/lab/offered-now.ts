import { type Offered, offer } from '../agents/offer.ts'
import type { Tell } from '../phases/phase.ts'
import type { Journal } from './journal.ts'
import type { Parts } from './parts.ts'

/** What a role can give in answer to an ask at this moment: a question to people only while there are questions left. */
export const offeredNow = ({ commands }: Tell, ask: string, { state, readText }: Journal, { settings }: Parts): readonly Offered[] => {
  const asked = Object.values(state.questions).filter(({ blocks }) => !blocks).length
  const left = asked < settings.questions ? commands : commands.filter(({ name }) => name !== 'ask-person')
  return offer(left, { state, ask, readText })
}
