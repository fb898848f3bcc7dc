import { describe, expect, test } from 'vitest'
import { commands } from '../agents/commands/index.ts'
import { declared } from '../agents/offer.ts'
import { turnSchema } from '../agents/turn-schema.ts'
import { toolParameters, turnInCall } from './turn-tool.ts'

describe('a turn as a call of a tool', () => {
  test('has an object for its parameters, whatever can be chosen', () => {
    const [one] = declared(commands)
    expect(toolParameters(turnSchema(one ? [one] : []))).toMatchObject({ type: 'object', properties: { command: {} } })
    const choice = toolParameters(turnSchema(declared(commands)))
    expect(choice).toMatchObject({ type: 'object', required: ['turn'], properties: { turn: { anyOf: expect.any(Array) } } })
    expect(JSON.stringify(choice)).not.toContain('$schema')
  })

  test.each([
    ['{"turn":{"command":"plan","text":"x"}}', '{"command":"plan","text":"x"}'],
    ['{"command":"plan","text":"x"}', '{"command":"plan","text":"x"}'],
    ['{"turn":3}', '{"turn":3}'],
    ['no call at all', 'no call at all'],
  ])('%s is the turn %s', (call, turn) => {
    expect(turnInCall(call)).toBe(turn)
  })
})
