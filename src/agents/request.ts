import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import type { Message } from '../models/model.ts'

type Phase = NonNullable<ReadonlyState['phase']>

/** All turns of the person who speaks in `turn`, up to and with it. */
export const conversation = (phase: Phase, turn: ReadonlyTurn): ReadonlyTurn[] => {
  const place = phase.turns.indexOf(turn)
  return phase.turns.slice(0, place + 1).filter(({ role, seat }) => role === turn.role && seat === turn.seat)
}

/**
 * What a model is sent for a turn: the role's fixed brief and all that it was told and said in this phase, as it stands
 * on the log. A result is told in front of what comes next. Each request therefore starts with the one before, to the
 * byte, and a model server reuses what it has read; only a condense event starts a new prefix.
 */
export const messagesFor = (phase: Phase, turn: ReadonlyTurn, readText: ReadText): Message[] => {
  const messages: Message[] = [{ from: 'system', text: readText((phase.briefs[turn.role]?.text ?? '') as Text) }]
  const short = phase.condensed[`${turn.role}#${turn.seat}`]
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
