import { contentToText, type Message, type UserMessage } from '@ag-ui/core'
import type { Said } from './translate/said.ts'

const textOf = ({ content }: UserMessage): string => contentToText(content).trim()
const fromUsers = (messages: readonly Message[]): UserMessage[] => messages.filter((message) => message.role === 'user')

/**
 * Which of a client's messages the log holds already, and under which id there. A client names its messages itself and the log
 * does not keep those names: what is not known by its id is known by its words, each of the log's at most once.
 */
const onLog = (theirs: readonly UserMessage[], log: readonly Said[]): Map<UserMessage, string> => {
  const named = theirs.flatMap((message) => (log.some(({ id }) => id === message.id) ? [[message, message.id] as const] : []))
  const known = new Map(named)
  const taken = new Set(known.values())
  for (const message of theirs) {
    if (known.has(message)) continue
    const same = log.find(({ id, text }) => !taken.has(id) && text.trim() === textOf(message))
    if (!same) continue
    known.set(message, same.id)
    taken.add(same.id)
  }
  return known
}

/** The last words of a person; undefined when there are none. */
export const lastWords = (messages: readonly Message[]): string | undefined => {
  const words = fromUsers(messages).map(textOf)
  return words.findLast((text) => text !== '')
}

/** What people said after the last answer that their client holds, and that is not on the log. */
export const newWords = (messages: readonly Message[], log: readonly Said[]): string[] => {
  const known = onLog(fromUsers(messages), log)
  const last = messages.findLastIndex(({ role }) => role !== 'user')
  return fromUsers(messages.slice(last + 1))
    .filter((message) => !known.has(message))
    .map(textOf)
    .filter((text) => text !== '')
}

const isTheirOwn = ({ role }: Message): boolean => role !== 'tool' && role !== 'reasoning' && role !== 'activity'

/**
 * The messages that the log tells of, as a client shall hold them: its own names for what it said are kept, and what it holds
 * that no log knows, a greeting or instructions, stands in front.
 */
export const reconciled = (log: readonly Message[], theirs: readonly Message[]): Message[] => {
  const said = fromUsers(log).map((message) => ({ id: message.id, text: textOf(message) }))
  const known = onLog(fromUsers(theirs), said)
  const names = new Map([...known].map(([message, id]) => [id, message.id]))
  const ids = new Set(log.map(({ id }) => id))
  const foreign = theirs.filter(
    (message) => isTheirOwn(message) && !ids.has(message.id) && !(message.role === 'user' && known.has(message)),
  )
  return [...foreign, ...log.map((message) => ({ ...message, id: names.get(message.id) ?? message.id }))]
}
