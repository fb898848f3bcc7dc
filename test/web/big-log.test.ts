import { expect, test } from 'vitest'
import { fold, parseEvent } from '../../src/core/events/index.ts'
import { createState } from '../../src/core/state.ts'
import { bigLog } from './big-log.ts'

test('the made-up record has as many entries as asked for, every one valid, and the same each time', () => {
  const batches = [...bigLog(12_000)]
  const events = batches.flatMap((batch) => batch.events)
  for (const event of events) parseEvent(event)
  expect(events).toHaveLength(12_000)
  expect([...bigLog(12_000)]).toEqual(batches)
  expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(18)
})

test('it folds to a run that came back to its plan', () => {
  const log = [...bigLog(12_000)].flatMap(({ at, events }) => events.map((event) => ({ event, at: new Date(at).toISOString() })))
  const state = fold(createState(), log)
  expect(state.attempts['plan-formulation']).toBeGreaterThan(1)
  expect(state.spent.calls).toBeGreaterThan(2000)
})
