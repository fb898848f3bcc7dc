import { z } from 'zod'
import type { Command } from './command.ts'
import type { Offered } from './offer.ts'
import { issuesOf } from './parse-issues.ts'

export type Parsed = { command: Command; args: Record<string, unknown> } | { problem: string }

const call = z.looseObject({ command: z.string() })

/** The first balanced {…} of a text, quotes respected: models like to wrap their object in prose or a fence. */
const firstObject = (text: string): string | undefined => {
  const start = text.indexOf('{')
  if (start < 0) return undefined
  let depth = 0
  let quoted = false
  for (let place = start; place < text.length; place++) {
    const char = text[place]
    if (quoted) {
      if (char === '\\') place++
      else if (char === '"') quoted = false
      continue
    }
    if (char === '"') quoted = true
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return text.slice(start, place + 1)
  }
  return undefined
}

const readJson = (text: string | undefined): unknown => {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const readObject = (text: string): unknown => readJson(text) ?? readJson(firstObject(text))

/** Arguments as one of the forms takes them, or what is wrong with them in one line. */
export const checkArgs = (offered: Offered, given: Record<string, unknown>): { args: Record<string, unknown> } | { problem: string } => {
  const taken = offered.forms.map((form) => form.safeParse(given)).find(({ success }) => success)
  if (!taken?.data) return { problem: issuesOf(offered, given) }
  const problem = offered.flaw(taken.data)
  return problem === undefined ? { args: taken.data } : { problem: problem.replaceAll(/\s+/g, ' ') }
}

/**
 * Finds the command in a reply, or says in one sentence what is wrong with it: the text of the repair turn. It holds a reply
 * to the same forms that its schema was made of, so nothing that does not exist gets through.
 */
export const parseCommand = (text: string, offered: readonly Offered[]): Parsed => {
  const allowed = offered.map(({ command }) => command.name).join(', ')
  if (text.trim() === '') return { problem: `Your answer was empty. Answer with one JSON object; its command may be: ${allowed}.` }
  const reply = readObject(text)
  if (reply === undefined || typeof reply !== 'object' || reply === null || Array.isArray(reply))
    return { problem: `Your answer was not one JSON object. Its command may be: ${allowed}.` }
  const named = call.safeParse(reply)
  if (!named.success) return { problem: `Your answer names no command. It may be: ${allowed}.` }
  const { command: name, ...rest } = named.data
  const meant = offered.find(({ command }) => command.name === name)
  if (!meant) return { problem: `There is no command ${JSON.stringify(name.slice(0, 60))} here. It may be: ${allowed}.` }
  const checked = checkArgs(meant, rest)
  return 'args' in checked ? { command: meant.command, args: checked.args } : { problem: `${name}: ${checked.problem}` }
}

/** The words that a reply says to somebody else: its `text`, or the whole of a reply that is not an object. */
export const saidIn = (reply: string): string => {
  const object = readObject(reply)
  if (object === undefined || object === null || typeof object !== 'object') return reply.trim()
  return 'text' in object && typeof object.text === 'string' ? object.text : ''
}
