import { z } from 'zod'
import type { Command } from './command.ts'

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

/** Finds the command in a reply, or says in one sentence what is wrong with it: the text of the repair turn. */
export const parseCommand = (text: string, commands: readonly Command[]): Parsed => {
  const allowed = commands.map(({ name }) => name).join(', ')
  if (text.trim() === '') return { problem: `Your answer was empty. Answer with one JSON object; its command may be: ${allowed}.` }
  const reply = readObject(text)
  if (reply === undefined || typeof reply !== 'object' || reply === null || Array.isArray(reply))
    return { problem: `Your answer was not one JSON object. Its command may be: ${allowed}.` }
  const named = call.safeParse(reply)
  if (!named.success) return { problem: `Your answer names no command. It may be: ${allowed}.` }
  const { command: name, ...rest } = named.data
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) return { problem: `There is no command ${JSON.stringify(name.slice(0, 60))} here. It may be: ${allowed}.` }
  const args = command.args.safeParse(rest)
  if (args.success) return { command, args: args.data }
  return { problem: `${command.name}: ${z.prettifyError(args.error).replaceAll('\n', ' ')}` }
}

/** The words that a reply says to somebody else: its `text`, or the whole of a reply that is not an object. */
export const saidIn = (reply: string): string => {
  const object = readObject(reply)
  if (object === undefined || object === null || typeof object !== 'object') return reply.trim()
  return 'text' in object && typeof object.text === 'string' ? object.text : ''
}
