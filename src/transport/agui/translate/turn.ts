import { EventType } from '@ag-ui/core'
import type { EventOf } from '../../../core/events/index.ts'
import type { Text } from '../../../core/text.ts'
import type { StoredEvent } from '../../../store/event-log.ts'
import { entryPath } from './entry-path.ts'
import type { AgUiEvent } from './event.ts'
import { startTurn } from './lifecycle.ts'
import { argsIn, wordsIn } from './read-reply.ts'
import type { OpenTurn, Stage } from './stage.ts'

/** Nothing when the entry fits nothing that is open; it is then told of as one without a counterpart. */
type Told = AgUiEvent[] | undefined

export const turnStart = ({ id, role, ask }: EventOf<'turn-start'>, stage: Stage): Told => {
  if (stage.seen.has(id)) return undefined
  const turn: OpenTurn = { id, role, ask }
  stage.seen.add(id)
  stage.open.set(id, turn)
  return [startTurn(turn)]
}

export const turnReply = ({ id, text }: EventOf<'turn-reply'>, stage: Stage): Told => {
  const turn = stage.open.get(id)
  if (!turn || turn.reply !== undefined) return undefined
  const reply = stage.readText(text)
  stage.open.set(id, { ...turn, reply })
  const own = { messageId: id, subagentRunId: id }
  const words = wordsIn(reply)
  return [
    { type: EventType.TEXT_MESSAGE_START, ...own, role: 'assistant', name: turn.role },
    ...(words === '' ? [] : [{ type: EventType.TEXT_MESSAGE_CONTENT as const, ...own, delta: words }]),
    { type: EventType.TEXT_MESSAGE_END, ...own },
  ]
}

/** What a role was told of its command. A text that the log keeps apart is long: its beginning, and where the rest is. */
const resultOf = (result: Text, run: string, seq: number): string =>
  typeof result === 'string' ? result : `${result.head} … (${result.chars} characters; all of them: GET ${entryPath(run, seq)})`

const callOf = (command: string, turn: OpenTurn, content: string): AgUiEvent[] => {
  const own = { toolCallId: `${turn.id}:call`, subagentRunId: turn.id }
  return [
    { type: EventType.TOOL_CALL_START, ...own, toolCallName: command, parentMessageId: turn.id },
    { type: EventType.TOOL_CALL_ARGS, ...own, delta: JSON.stringify(argsIn(turn.reply ?? '', command)) },
    { type: EventType.TOOL_CALL_END, ...own },
    { type: EventType.TOOL_CALL_RESULT, ...own, messageId: `${turn.id}:result`, content, role: 'tool' },
  ]
}

export const turnEnd = ({ id, command, ok, result }: EventOf<'turn-end'>, stage: Stage, { seq }: StoredEvent): Told => {
  const turn = stage.open.get(id)
  if (!turn) return undefined
  stage.open.delete(id)
  const content = resultOf(result, stage.run, seq)
  // Without a command the reply could not be used: the lab asks again, in another turn.
  if (command === undefined) return [{ type: EventType.SUBAGENT_ERROR, subagentRunId: id, message: content, code: 'malformed' }]
  return [...callOf(command, turn, content), { type: EventType.SUBAGENT_FINISHED, subagentRunId: id, result: { ok } }]
}
