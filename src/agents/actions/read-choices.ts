import { z } from 'zod'
import type { AgentAction } from './action.ts'

/** An action with the input that an agent chose for it. */
export type Choice = { action: AgentAction; input: Record<string, unknown> }

export const mostChoices = 8

const item = z.looseObject({ action: z.string() })
const list = z.union([z.array(z.unknown()), z.looseObject({ actions: z.array(z.unknown()) }).transform(({ actions }) => actions)])

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Models like to wrap their answer in prose or a fence. */
const unwrapped = (text: string): string => {
  const start = text.search(/[[{]/)
  return start < 0 ? '' : text.slice(start, Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1)
}

const readOne = (value: unknown, place: number, actions: readonly AgentAction[]): Choice | { problem: string } => {
  const where = `Action ${place + 1}`
  const named = item.safeParse(value)
  if (!named.success) return { problem: `${where} has no name: write {"action": …}.` }
  const { action: name, ...input } = named.data
  const action = actions.find((candidate) => candidate.name === name)
  if (!action) return { problem: `${where}: there is no action ${JSON.stringify(name.slice(0, 60))} here.` }
  const checked = action.input.safeParse(input)
  if (checked.success) return { action, input: checked.data }
  return { problem: `${where}, ${name}: ${z.prettifyError(checked.error).replaceAll('\n', ' ')}` }
}

/**
 * The actions that an answer names: a JSON list, or an object with the list under `actions`, alone or in other words. Otherwise
 * what is wrong, all of it, in sentences that can be told to whoever answered.
 */
export const readChoices = (text: string, actions: readonly AgentAction[]): { choices: Choice[] } | { problem: string } => {
  const allowed = `The actions are: ${actions.map(({ name }) => name).join(', ')}.`
  const answer = list.safeParse(parsed(text) ?? parsed(unwrapped(text)))
  if (!answer.success) return { problem: `Your answer was not {"actions": […]}. ${allowed}` }
  if (answer.data.length > mostChoices)
    return { problem: `You chose ${answer.data.length} actions; at most ${mostChoices} are carried out.` }
  const read = answer.data.map((value, place) => readOne(value, place, actions))
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []))
  return problems.length > 0 ? { problem: `${problems.join(' ')} ${allowed}` } : { choices: read.filter((one) => 'action' in one) }
}
