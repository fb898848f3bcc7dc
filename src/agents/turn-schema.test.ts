import { expect, test } from 'vitest'
import { commands } from './commands/index.ts'
import { commandHelp, turnSchema } from './turn-schema.ts'

test('the schema of a turn holds each command as a constant, and is made once for a list', () => {
  const schema = turnSchema(commands)
  for (const { name } of commands) expect(JSON.stringify(schema)).toContain(`"const":"${name}"`)
  expect(turnSchema(commands)).toBe(schema)
})

test('every command has an example that it accepts, help for every argument, and no second name', () => {
  for (const { args, example, name } of commands) {
    expect(args.safeParse(example).success, name).toBe(true)
    for (const line of commandHelp({ name, args, example, help: 'Help.', run: async () => ({ result: '' }) })
      .split('\n')
      .slice(1, -1))
      expect(line, name).toMatch(/^ {2}- \S+: ?/)
  }
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
})
