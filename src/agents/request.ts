import { conversationOf } from '../core/conversation-of.ts'
import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import type { Message } from '../models/model.ts'

type Phase = NonNullable<ReadonlyState['phase']>

/** All turns of the conversation that `turn` belongs to, up to and with it: those of its role, or of all at its table. */
export const conversation = (phase: Phase, turn: ReadonlyTurn): ReadonlyTurn[] => {
  const place = phase.turns.indexOf(turn)
  const key = conversationOf(phase, turn)
  return phase.turns.slice(0, place + 1).filter((other) => conversationOf(phase, other) === key)
}

/**
 * What a model is sent for a turn: the brief, and all that was told and said in this conversation, as it stands on the log.
 * A result is told in front of what comes next. Each request therefore starts with the one before, to the byte, and a model
 * server reuses what it has read, whoever at the table speaks next; only a condense event starts a new prefix.
 */
export const messagesFor = (phase: Phase, turn: ReadonlyTurn, readText: ReadText): Message[] => {
  const messages: Message[] = [{ from: 'system', text: readText((phase.briefs[turn.role]?.text ?? '') as Text) }]
  const short = phase.condensed[conversationOf(phase, turn)]
  const turns = conversation(phase, turn)
  const kept = short ? turns.slice(turns.findIndex(({ id }) => id === short.through) + 1) : turns
  let result = short ? readText(short.text as Text) : ''
  for (const { told, reply, end } of kept) {
    messages.push({ from: 'lab', text: [result, readText(told as Text)].filter(Boolean).join('\n\n') })
    if (reply !== undefined) messages.push({ from: 'role', text: readText(reply as Text) })
    result = end ? readText(end.result as Text) : ''
  }
  return messages
}
