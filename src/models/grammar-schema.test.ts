import { expect, test } from 'vitest'
import { commands } from '../agents/commands/index.ts'
import { declared } from '../agents/offer.ts'
import { turnSchema } from '../agents/turn-schema.ts'
import { grammarSchema } from './grammar-schema.ts'

test('no bound that a grammar cannot hold is left in the schema of any command, and the others stay', () => {
  const schema = JSON.stringify(grammarSchema(turnSchema(declared(commands))))
  const bounds = [...schema.matchAll(/"(?:max|min)Length":(\d+)/g)].map((match) => Number(match[1]))
  expect(Math.max(...bounds)).toBeLessThanOrEqual(2000)
  expect(bounds).toContain(80)
  expect(schema).toContain('"const":"write-section"')
})

test('a fraction, which no grammar bounds, is chosen from a scale between its bounds', () => {
  const schema = {
    type: 'object',
    properties: { score: { type: 'number', minimum: 0, maximum: 1, description: 'how good' }, n: { type: 'integer', minimum: 1 } },
  }
  const { score, n } = grammarSchema(schema).properties as Record<string, { enum?: number[] }>
  expect(score).toMatchObject({ type: 'number', description: 'how good' })
  expect(score).not.toHaveProperty('minimum')
  expect([score?.enum?.at(0), score?.enum?.at(14), score?.enum?.at(-1)]).toEqual([0, 0.7, 1])
  expect(n).toEqual({ type: 'integer', minimum: 1 })
})
