import { type RoleName, roleNames } from '../../../../src/core/names.ts'
import type { QuestionView, ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import type { Entries } from '../../live/run-view.ts'

/** A role's question is named after the turn that it was asked in; the lab's own questions, at the end of a phase, are not. */
const turnOf = ({ id }: QuestionView): string | undefined => (id.startsWith('ask.') ? id.slice('ask.'.length) : undefined)

/** A turn starts shortly before it asks: at most so many entries lie between. */
const lookBack = 400

const isRole = (name: unknown): name is RoleName => roleNames.some((role) => role === name)

const inEntries = (turn: string, before: number, entries: Entries): RoleName | undefined => {
  for (let seq = before; seq > Math.max(0, before - lookBack); seq -= 1) {
    const event = entries.at(seq)?.event
    if (event?.type === 'turn-start' && event.id === turn && isRole(event.role)) return event.role
  }
  return undefined
}

/** Which role asks, as far as it can be told; undefined is the lab itself. */
export const askerOf = (question: QuestionView, state: ViewerState, entries: Entries): RoleName | undefined => {
  const turn = turnOf(question)
  if (turn === undefined) return undefined
  const person = state.people.find(({ open, last }) => last?.turn === turn || open.some((its) => its.turn === turn))
  return person?.role ?? inEntries(turn, question.seq, entries)
}
