import { createFault, type Fault } from '../core/fault.ts'
import type { Message, Model, Reply } from '../models/model.ts'

/** No tokeniser reads more than this at a time on the average of a prompt. */
const mostCharsPerToken = 8

const told = new WeakSet<Model>()

/**
 * A server that reports fewer tokens than a prompt can have has cut it, and said nothing. Told once for each model: what it
 * answers is taken all the same.
 */
export const silentCut = (model: Model, messages: readonly Message[], { usage }: Reply): Fault | undefined => {
  const least = Math.floor(messages.reduce((sum, { text }) => sum + text.length, 0) / mostCharsPerToken)
  if (usage.input >= least || told.has(model)) return undefined
  told.add(model)
  const read = `${model.name} read ${usage.input} tokens of a prompt that has ${least} or more`
  return createFault(
    'limit',
    `${read}: its server cut it in silence. Give the model more context where it is served, or set a smaller one here`,
  )
}
