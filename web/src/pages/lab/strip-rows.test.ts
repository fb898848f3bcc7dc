import { expect, test } from 'vitest'
import { createViewerState, foldViewer } from '../../../../src/core/viewer/fold.ts'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { stripRows } from './strip-rows.ts'

const minute = 60_000
const after = (...events: object[]): ViewerState =>
  events.reduce<ViewerState>(
    (state, event, index) =>
      foldViewer(state, { run: 'r', seq: index + 1, at: new Date(index * minute).toISOString(), event } as Parameters<
        typeof foldViewer
      >[1]),
    createViewerState('r'),
  )
const start = (phase: string, attempt = 1) => ({ type: 'phase-start', phase, attempt })
const end = (phase: string, next: string, attempt = 1, outcome: object = { kind: 'complete' }) => ({
  type: 'phase-end',
  phase,
  attempt,
  outcome,
  next,
})

const kinds = (state: ViewerState, minutes: number, driven = true) =>
  stripRows(state, minutes * minute, driven).map((row) => row.map((cell) => (cell.kind === 'leg' ? cell.state : cell.kind)))

test('phases that were not begun wait, and the one at work is told by whether anybody is at it', () => {
  const state = after(start('literature-review'), end('literature-review', 'plan-formulation'), start('plan-formulation'))
  expect(kinds(state, 9)).toEqual([['done', 'now', 'wait', 'wait', 'wait', 'wait', 'wait']])
  expect(kinds(state, 9, false)[0]?.[1]).toBe('stalled')
})

test('the longest phase has the whole width, and one at work grows', () => {
  const state = after(start('literature-review'), end('literature-review', 'plan-formulation'), start('plan-formulation'))
  const [row] = stripRows(state, 4 * minute, true)
  expect(row?.slice(0, 2)).toMatchObject([
    { seconds: 60, share: 0.5 },
    { seconds: 120, share: 1 },
  ])
})

test('a second attempt is a row of its own whose first cell says why the lab went back', () => {
  const state = after(
    start('literature-review'),
    end('literature-review', 'plan-formulation'),
    start('plan-formulation'),
    end('plan-formulation', 'data-preparation', 1, { kind: 'failed', why: 'no plan' }),
    start('report-refinement'),
    { type: 'refinement-decide', turn: 't', decision: 'revise', why: 'More seeds.' },
    end('report-refinement', 'plan-formulation'),
    start('plan-formulation', 2),
  )
  expect(kinds(state, 9)).toEqual([
    ['past', 'failed', 'none', 'none', 'none', 'none', 'past'],
    ['back', 'now', 'wait', 'wait', 'wait', 'wait', 'wait'],
  ])
})
