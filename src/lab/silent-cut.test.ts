import { expect, test } from 'vitest'
import { createScripted } from '../models/scripted.ts'
import { silentCut } from './silent-cut.ts'

const messages = [{ from: 'lab' as const, text: 'word '.repeat(6000) }]
const replyOf = (input: number) => ({ text: '{}', model: 'small', usage: { input, output: 1, cost: 0 } })

test('a server that read fewer tokens than the prompt can have is said to have cut it, once', () => {
  const model = createScripted([], { name: 'small' })
  expect(silentCut(model, messages, replyOf(6000))).toBeUndefined()
  expect(silentCut(model, messages, replyOf(2048))).toMatchObject({
    kind: 'limit',
    message: expect.stringContaining('small read 2048 tokens'),
  })
  expect(silentCut(model, messages, replyOf(2048))).toBeUndefined()
})
