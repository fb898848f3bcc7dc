import { z } from 'zod'
import type { TurnSchema } from '../models/model.ts'
import type { Command } from './command.ts'

const cache = new WeakMap<readonly Command[], TurnSchema>()

/** JSON Schema of a valid turn: one object with `command` and that command's arguments. Made once for each list of commands. */
export const turnSchema = (commands: readonly Command[]): TurnSchema => {
  const made = cache.get(commands)
  if (made) return made
  const turns = commands.map(({ name, args }) => z.strictObject({ command: z.literal(name), ...args.shape }))
  const [only, ...others] = turns
  if (!only) throw new Error('a turn needs at least one command')
  const schema = z.toJSONSchema(others.length ? z.union([only, ...others]) : only, { io: 'input' }) as TurnSchema
  cache.set(commands, schema)
  return schema
}

/** What the prompt says about a command: its sentence, its arguments and an example that is a valid answer. */
export const commandHelp = ({ name, help, args, example }: Command): string => {
  const described = Object.entries(args.shape).map(([key, schema]) => `  - ${key}: ${(schema as z.ZodType).description ?? ''}`)
  return [`- **${name}**: ${help}`, ...described, `  Example: ${JSON.stringify({ command: name, ...example })}`].join('\n')
}
