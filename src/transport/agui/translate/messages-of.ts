import { type AssistantMessage, EventType, type Message, type ToolMessage } from '@ag-ui/core'
import type { AgUiEvent } from './event.ts'

const byId = (messages: readonly Message[], id: string | undefined): AssistantMessage | undefined =>
  messages.findLast((message): message is AssistantMessage => message.role === 'assistant' && message.id === id)

const byCall = (messages: readonly Message[], call: string): AssistantMessage | undefined =>
  messages.findLast(
    (message): message is AssistantMessage => message.role === 'assistant' && (message.toolCalls ?? []).some(({ id }) => id === call),
  )

const asking = (id: string, by: string | undefined): AssistantMessage => ({ id, role: 'assistant', ...(by ? { subagentRunId: by } : {}) })

/** A result stands behind the message that asked for it. */
const putResult = (messages: Message[], result: ToolMessage): void => {
  const owner = byCall(messages, result.toolCallId)
  messages.splice(owner ? messages.lastIndexOf(owner) + 1 : messages.length, 0, result)
}

const put = (messages: Message[], event: AgUiEvent): void => {
  if (event.type === EventType.TEXT_MESSAGE_START) {
    const { messageId: id, role = 'assistant', name, subagentRunId } = event
    messages.push({ id, role, content: '', ...(name === undefined ? {} : { name }), ...(subagentRunId ? { subagentRunId } : {}) })
  } else if (event.type === EventType.TEXT_MESSAGE_CONTENT) {
    const message = messages.findLast(({ id }) => id === event.messageId)
    if (message && 'content' in message) message.content = `${message.content ?? ''}${event.delta}`
  } else if (event.type === EventType.TOOL_CALL_START) {
    const known = byId(messages, event.parentMessageId)
    const owner = known ?? asking(event.parentMessageId ?? event.toolCallId, event.subagentRunId)
    if (!known) messages.push(owner)
    const call = { id: event.toolCallId, type: 'function' as const, function: { name: event.toolCallName, arguments: '' } }
    owner.toolCalls = [...(owner.toolCalls ?? []), call]
  } else if (event.type === EventType.TOOL_CALL_ARGS) {
    const call = byCall(messages, event.toolCallId)?.toolCalls?.find(({ id }) => id === event.toolCallId)
    if (call) call.function.arguments += event.delta
  } else if (event.type === EventType.TOOL_CALL_RESULT) {
    const { messageId: id, toolCallId, content, subagentRunId } = event
    putResult(messages, { id, role: 'tool', toolCallId, content, ...(subagentRunId ? { subagentRunId } : {}) })
  }
}

/** The messages that a reader holds who was sent these events from the first one on. */
export const messagesOf = (events: Iterable<AgUiEvent>): Message[] => {
  const messages: Message[] = []
  for (const event of events) put(messages, event)
  return messages
}
