import { expect, test } from 'vitest'
import { fold } from '../core/events/index.ts'
import { createState } from '../core/state.ts'
import { createMemoryEventLog } from '../store/memory-event-log.ts'
import { tellRun } from './people.ts'

const start = { type: 'run-start', topic: 't', seed: 1, language: 'en', version: '0', config: {}, configHash: 'x' } as const

test.each(['__proto__', 'constructor', 'toString'])('an answer to %s is one to a question that nobody asked', (question) => {
  const log = createMemoryEventLog()
  log.create('r', start)
  expect(() => tellRun(log, 'r', { type: 'answer-give', by: 'a', question, answer: 'x' })).toThrow(
    expect.objectContaining({ code: 'unknown-question' }),
  )
})

test('what an older gal stored under the name of a prototype changes nothing but the table that it belongs to', () => {
  const event = { type: 'answer-give', by: 'a', question: '__proto__', answer: 'x' } as const
  const added = { type: 'paper-add', turn: 't', id: '__proto__', note: 'n' } as const
  const at = '2026-01-01T00:00:00.000Z'
  const state = fold(createState(), [
    { event: start, at },
    { event, at },
    { event: added, at },
  ])
  expect(Object.keys(state.questions)).toEqual([])
  expect(Object.keys(state.added)).toEqual(['__proto__'])
  expect({}).not.toHaveProperty('answer')
  expect({}).not.toHaveProperty('note')
  expect(state.found.constructor).toBeUndefined()
})
