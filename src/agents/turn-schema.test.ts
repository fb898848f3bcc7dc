import { expect, test } from 'vitest'
import { commands } from './commands/index.ts'
import { declared } from './offer.ts'
import { commandHelp, turnSchema } from './turn-schema.ts'

test('the schema of a turn holds each command as a constant', () => {
  const schema = turnSchema(declared(commands))
  for (const { name } of commands) expect(JSON.stringify(schema)).toContain(`"const":"${name}"`)
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
