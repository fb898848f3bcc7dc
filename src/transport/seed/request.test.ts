import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSeedRequest, whyNot } from './request.ts'

test.each([
  ['the recommended form', { type: 'websocket_execution', agent_id: 'a' }],
  ['the older form', { type: 'execute', agent_id: 'a' }],
  ['the form with data', { type: 'execute', data: { agent_id: 'a' } }],
  ['the same agent in both places', { type: 'execute', agent_id: 'a', data: { agent_id: 'a' } }],
  ['data about something else', { type: 'execute', agent_id: 'a', data: { speed: 3 } }],
])('%s names the agent', (_what, frame) => {
  expect(readSeedRequest(frame)).toEqual({ kind: 'execution', agent: 'a' })
})

test.each([
  ['no agent_id', { type: 'execute' }],
  ['an empty agent_id', { type: 'execute', agent_id: '' }],
  ['a number', { type: 'execute', agent_id: 7 }],
  ['null beside a good one', { type: 'execute', agent_id: null, data: { agent_id: 'a' } }],
  ['a good one beside a number', { type: 'execute', agent_id: 'a', data: { agent_id: 7 } }],
  ['129 characters', { type: 'execute', agent_id: 'a'.repeat(129) }],
  ['data that is a list', { type: 'execute', data: [{ agent_id: 'a' }] }],
  ['two different agents', { type: 'execute', agent_id: 'a', data: { agent_id: 'b' } }],
])('%s is no execution', (_what, frame) => {
  expect(readSeedRequest(frame)).toMatchObject({ kind: 'wrong', why: expect.any(String) })
})

test('any string of 1 to 128 characters is an agent_id, a character of two halves counting once', () => {
  const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 128 })
  fc.assert(
    fc.property(id, (agent) => {
      expect(readSeedRequest({ type: 'execute', agent_id: agent })).toEqual({ kind: 'execution', agent })
    }),
  )
  expect(readSeedRequest({ type: 'execute', agent_id: '🧪'.repeat(128) })).toMatchObject({ kind: 'execution' })
})

test('a message without a type is a greeting, whatever it holds', () => {
  for (const message of ['Hola', '', null, 3, { text: 'x' }]) expect(readSeedRequest({ message })).toEqual({ kind: 'greeting' })
})

test.each([
  ['a list', [{ message: 'x' }], 'El mensaje no es un objeto JSON'],
  ['null', null, 'El mensaje no es un objeto JSON'],
  ['neither type nor message', { text: 'x' }, 'Falta el campo "type"'],
  ['a type that is no text', { type: 3, message: 'x' }, 'El campo "type" no es una cadena'],
  ['another type', { type: 'stop', message: 'x' }, 'Tipo de mensaje desconocido: stop'],
])('%s is neither, and it is said why', (_what, frame, why) => {
  expect(readSeedRequest(frame)).toBeUndefined()
  expect(whyNot(frame)).toBe(why)
})
