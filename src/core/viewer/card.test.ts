import { expect, test } from 'vitest'
import type { LabEvent } from '../events/index.ts'
import { createViewerState, foldViewer } from './fold.ts'
import { everyKind } from './testing/every-kind.ts'
import { rowsOf } from './testing/long-log.ts'
import { mostClasses, mostColumns, mostProblems, type ViewerState } from './viewer-state.ts'

const show = (...list: readonly LabEvent[]): ViewerState => rowsOf(list).reduce(foldViewer, createViewerState('r'))
const [planned, carded] = ['plan-accept', 'data-card'].map((type) => everyKind.find((event) => event.type === type)) as [LabEvent, LabEvent]
const cardOf = (event: LabEvent) => (event as Extract<LabEvent, { type: 'data-card' }>).card

test('the terms of a plan and the data card are shown with the entry that they came from, until planning begins again', () => {
  const state = show(planned, carded)
  expect(state.contract).toMatchObject({ seq: 1, metric: 'acc', goal: 'max', proposed: 'b', baselines: ['plain'], repetitions: 3 })
  expect(state.card).toMatchObject({ seq: 2, source: 'scikit-learn:iris', rows: 150, target: 'species', duplicates: 1 })
  expect(state.card?.columns[1]).toEqual({
    name: 'species',
    type: 'text',
    missing: 0,
    distinct: 3,
    least: null,
    mean: null,
    most: null,
  })
  const again = show(planned, carded, { type: 'phase-start', phase: 'plan-formulation', attempt: 2 })
  expect([again.contract, again.card]).toEqual([null, null])
})

test('a plan without terms has none, and terms without a measure are none', () => {
  const bare = { type: 'plan-accept', turn: 't', text: 'the plan' } as const
  expect(show(bare).contract).toBeNull()
  expect(show({ ...bare, contract: { proposed: 'x' } } as unknown as LabEvent).contract).toBeNull()
  expect(show(planned, bare).contract?.metric).toBe('acc')
})

test('a wide table is shown in part, and how much is left out is said', () => {
  const card = cardOf(carded)
  const wide = {
    ...card,
    columns: Array.from({ length: 784 }, (_, place) => ({ name: `p${place}`, type: 'number' as const, missing: 0, distinct: 9 })),
    classes: Array.from({ length: 100 }, (_, place) => ({ value: `c${place}`, count: 1 })),
    problems: Array.from({ length: 99 }, (_, place) => `problem ${place}`),
  }
  const shown = show({ type: 'data-card', turn: 't', card: wide }).card
  expect([shown?.columns.length, shown?.columnsLeftOut]).toEqual([mostColumns, 784 - mostColumns])
  expect([shown?.classes.length, shown?.classesLeftOut]).toEqual([mostClasses, 100 - mostClasses])
  expect(shown?.problems.length).toBe(mostProblems)
})
