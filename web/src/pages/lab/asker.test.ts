import { expect, test } from 'vitest'
import { createViewerState, foldViewer } from '../../../../src/core/viewer/fold.ts'
import type { QuestionView } from '../../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../../src/store/event-log.ts'
import type { Entries } from '../../live/run-view.ts'
import { askerOf } from './asker.ts'

const turn = 'plan-formulation.1.0.0'
const started = { type: 'turn-start', id: turn, step: 0, role: 'postdoc', ask: 'next', told: 'x', reserve: 0 }
const question = (id: string): QuestionView => ({ id, seq: 3, at: '', text: 'Which?', options: [], blocks: false, answer: null })
const entriesOf = (...events: object[]): Entries => {
  const stored = events.map((event, index) => ({ run: 'r', seq: index + 1, pos: index + 1, at: '', event }) as StoredEvent)
  const at = (seq: number) => stored[seq - 1]
  return { head: stored.length, loaded: stored.length, at, whole: () => Promise.reject(new Error('not here')), version: 0 }
}
const empty = createViewerState('r')
const phase = { type: 'phase-start', phase: 'plan-formulation', attempt: 1 }

test('whoever has the turn in which it was asked asks', () => {
  const at = '2026-01-01T00:00:00.000Z'
  const state = [phase, started].reduce(
    (before, event, index) => foldViewer(before, { run: 'r', seq: index + 1, at, event } as Parameters<typeof foldViewer>[1]),
    empty,
  )
  expect(askerOf(question(`ask.${turn}`), state, entriesOf())).toBe('postdoc')
})

test('a turn that is long over is looked up in the record', () => {
  expect(askerOf(question(`ask.${turn}`), empty, entriesOf(phase, started))).toBe('postdoc')
})

test('a question at the end of a phase is the lab’s own, and so is one whose turn nobody knows', () => {
  expect(askerOf(question('gate.plan-formulation.1'), empty, entriesOf(phase, started))).toBeUndefined()
  expect(askerOf(question(`ask.${turn}`), empty, entriesOf())).toBeUndefined()
})
