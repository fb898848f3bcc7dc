import { expect, test } from 'vitest'
import type { LabEvent } from '../../core/events/index.ts'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { createModelCalls, type ModelCall } from './model-calls.ts'

const start = (id: string): LabEvent => ({ type: 'turn-start', id, step: 0, role: 'postdoc', ask: 'plan', told: '', reserve: 0 })
const reply = (id: string): LabEvent => ({
  type: 'turn-reply',
  id,
  text: '',
  model: 'rehearsal',
  usage: { input: 1, output: 1, cost: 0 },
})

test('each call is told once, with the seconds from its start to its reply', async () => {
  let now = 0
  const log = createMemoryEventLog({ clock: () => now })
  log.create('r')
  const answered = createModelCalls(log)
  const told = async () => {
    const calls: ModelCall[] = []
    for await (const call of answered()) calls.push(call)
    return calls
  }
  log.input('r', start('a'))
  log.input('r', start('b'))
  now = 1500
  log.input('r', reply('b'))
  expect(await told()).toEqual([{ role: 'postdoc', seconds: 1.5 }])
  now = 4000
  for (let count = 0; count < 1200; count++) log.input('r', { type: 'note-add', by: 'test', text: 'x' })
  log.input('r', reply('a'))
  log.input('r', reply('a'))
  log.input('r', reply('of a turn that is not there'))
  expect(await told()).toEqual([{ role: 'postdoc', seconds: 4 }])
  expect(await told()).toEqual([])
})
