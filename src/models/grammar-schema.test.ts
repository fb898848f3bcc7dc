import { expect, test } from 'vitest'
import { commands } from '../agents/commands/index.ts'
import { turnSchema } from '../agents/turn-schema.ts'
import { grammarSchema } from './grammar-schema.ts'

test('no bound that a grammar cannot hold is left in the schema of any command, and the others stay', () => {
  const schema = JSON.stringify(grammarSchema(turnSchema(commands)))
  const bounds = [...schema.matchAll(/"(?:max|min)Length":(\d+)/g)].map((match) => Number(match[1]))
  expect(Math.max(...bounds)).toBeLessThanOrEqual(2000)
  expect(bounds).toContain(80)
  expect(schema).toContain('"const":"write-section"')
})
