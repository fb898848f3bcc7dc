import { expect, test } from 'vitest'
import { createViewerState } from '../../../../src/core/viewer/fold.ts'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { metersOf } from './pace.ts'

const state = (
  budget: Partial<ViewerState['budget']>,
  spent: Partial<ViewerState['spent']>,
  outcome: ViewerState['outcome'] = null,
): ViewerState => {
  const empty = createViewerState('r')
  return { ...empty, budget: { ...empty.budget, ...budget }, spent: { ...empty.spent, ...spent }, outcome }
}
const meter = (of: ViewerState, seconds: number, name: string) => metersOf(of, seconds).find((view) => view.name === name)

test('without limits there is nothing but what was spent', () => {
  expect(meter(state({}, { input: 3, output: 4 }), 60, 'tokens')).toEqual({
    name: 'tokens',
    spent: 7,
    limit: null,
    share: null,
    end: null,
    lasts: null,
  })
})

test('the budget that is used up first says how long it lasts, and the others where they will be then', () => {
  const of = state({ seconds: 1000, calls: 100 }, { calls: 50 })
  expect(meter(of, 100, 'calls')).toMatchObject({ share: 0.5, lasts: 100, end: null })
  expect(meter(of, 100, 'seconds')).toMatchObject({ share: 0.1, end: 0.2, lasts: null })
})

test('what is not spent at all has no end', () => {
  expect(meter(state({ money: 2, seconds: 100 }, {}), 50, 'money')).toMatchObject({ share: 0, end: null, lasts: null })
})

test('a run that is over, or has hardly begun, has no pace', () => {
  const limits = { calls: 100 }
  expect(meter(state(limits, { calls: 50 }, { kind: 'complete' }), 100, 'calls')).toMatchObject({ end: null, lasts: null })
  expect(meter(state(limits, { calls: 50 }), 1, 'calls')).toMatchObject({ end: null, lasts: null })
})

test('no share is more than the whole', () => {
  expect(meter(state({ calls: 10 }, { calls: 15 }), 100, 'calls')).toMatchObject({ share: 1, lasts: 0 })
})
