import { expect, test } from 'vitest'
import { createViewerState } from '../../../../src/core/viewer/create-viewer-state.ts'
import { drivenThen } from './standing.ts'

const state = createViewerState('r')

test('live, it is what the server knows', () => {
  expect(drivenThen({ state, driven: true, player: { moment: null } })).toBe(true)
  expect(drivenThen({ state, driven: false, player: { moment: null } })).toBe(false)
})

test('at an earlier moment somebody was at it, though nobody is now, unless it was let go of', () => {
  expect(drivenThen({ state, driven: false, player: { moment: 3 } })).toBe(true)
  const halted = { cause: 'stop', why: 'stopped by web', seq: 2 } as const
  expect(drivenThen({ state: { ...state, halted }, driven: true, player: { moment: 3 } })).toBe(false)
})
