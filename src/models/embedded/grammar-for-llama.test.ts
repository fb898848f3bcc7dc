import { expect, test } from 'vitest'
import { grammarForLlama } from './grammar-for-llama.ts'

test('a choice of commands is said as node-llama-cpp reads it', () => {
  const [one, two] = [
    { type: 'object', properties: { command: { const: 'a' } } },
    { type: 'object', properties: { command: { const: 'b' } } },
  ]
  expect(grammarForLlama({ anyOf: [one, two] })).toEqual({ oneOf: [one, two] })
})

test('a whole number in a small range is a choice, in a large one any', () => {
  const schema = {
    type: 'object',
    properties: { score: { type: 'integer', minimum: 1, maximum: 4 }, line: { type: 'integer', minimum: 0, maximum: 9999 } },
  }
  expect(grammarForLlama(schema)).toMatchObject({
    properties: { score: { enum: [1, 2, 3, 4] }, line: { type: 'integer' } },
  })
})

test('a property that is called anyOf stays one', () => {
  const schema = { type: 'object', properties: { anyOf: { type: 'string' } } }
  expect(grammarForLlama(schema)).toEqual(schema)
})
