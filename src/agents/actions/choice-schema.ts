import { z } from 'zod'
import type { TurnSchema } from '../../models/model.ts'
import type { AgentAction } from './action.ts'
import { mostChoices } from './read-choices.ts'

/** JSON Schema of an agent's answer: the list of actions, each with its name and its input. At least one action must be allowed. */
export const choiceSchema = (actions: readonly AgentAction[]): TurnSchema => {
  const [only, ...others] = actions.map(({ name, input }) => z.strictObject({ action: z.literal(name), ...input.shape }))
  if (!only) throw new Error('an agent without actions has nothing to choose')
  const one = others.length ? z.union([only, ...others]) : only
  return z.toJSONSchema(z.strictObject({ actions: z.array(one).max(mostChoices) }), { io: 'input' }) as TurnSchema
}

/** What the prompt says about an action: its sentence, its input, and an example. */
export const actionHelp = ({ name, description, input, example }: AgentAction): string => {
  const described = Object.entries(input.shape).map(([key, schema]) => `  - ${key}: ${(schema as z.ZodType).description ?? ''}`)
  return [`- **${name}**: ${description}`, ...described, `  Example: ${JSON.stringify({ action: name, ...example })}`].join('\n')
}
