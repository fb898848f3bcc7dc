import { conversation, messagesFor } from '../agents/request.ts'
import { conversationOf } from '../core/conversation-of.ts'
import type { EventOf } from '../core/events/index.ts'
import type { ReadonlyState, ReadonlyTurn } from '../core/state.ts'
import type { ReadText, Text } from '../core/text.ts'
import { mostTokens } from './fit-text.ts'

/** About four characters a token, as in English prose: on the safe side for most tokenisers. */
export const tokensOf = (text: string): number => Math.ceil(text.length / 4)

type Phase = NonNullable<ReadonlyState['phase']>

const inShort = ({ end, reply }: ReadonlyTurn, readText: ReadText): string => {
  if (!end) return ''
  const said = reply === undefined ? '' : readText(reply as Text)
  const result = readText(end.result as Text)
  return `- ${end.command ?? 'a malformed answer'}: ${said.slice(0, 160)}${said.length > 160 ? '…' : ''} → ${result.slice(0, 160)}${result.length > 160 ? '…' : ''}`
}

/**
 * What has to be told in short so that `turn`, with an answer of `room` tokens, fits into `context` tokens: the oldest turns
 * of this conversation, until half of the room for a prompt is free again, so that the next turns need none of it; the newest turn always stays whole. Nothing when all of it fits.
 */
export const condenseFor = (
  phase: Phase,
  turn: ReadonlyTurn,
  { context, room }: { context: number; room: number },
  readText: ReadText,
  heading: string,
): EventOf<'turns-condense'> | undefined => {
  const size = mostTokens(
    messagesFor(phase, turn, readText)
      .map(({ text }) => text)
      .join('\n'),
  )
  if (size + room <= context) return undefined
  const before = phase.condensed[conversationOf(phase, turn)]
  const all = conversation(phase, turn).slice(0, -1)
  const start = before ? all.findIndex(({ id }) => id === before.through) + 1 : 0
  const old: ReadonlyTurn[] = []
  let freed = 0
  for (const candidate of all.slice(start)) {
    if (size - freed <= (context - room) / 2) break
    old.push(candidate)
    freed += mostTokens(
      [candidate.told, candidate.reply ?? '', candidate.end?.result ?? ''].map((text) => readText(text as Text)).join('\n'),
    )
  }
  const through = old.at(-1)?.id
  if (through === undefined) return undefined
  const short = [before ? readText(before.text as Text) : heading, ...old.map((candidate) => inShort(candidate, readText))].join('\n')
  return {
    type: 'turns-condense',
    role: turn.role,
    seat: turn.seat,
    through,
    text: short.slice(0, Math.max(2000, context)),
    dropped: old.map(({ id, end }) => `${id} (${end?.command ?? 'malformed'})`),
  }
}
