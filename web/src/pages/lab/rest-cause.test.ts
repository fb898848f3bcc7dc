import { expect, test } from 'vitest'
import { createViewerState } from '../../../../src/core/viewer/fold.ts'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { restCauseOf } from './rest-cause.ts'

const shown = (parts: Partial<ViewerState>, { driven = false, moment = null as number | null } = {}) =>
  restCauseOf({ head: { ...createViewerState('r'), ...parts }, driven, player: { moment } as Parameters<typeof restCauseOf>[0]['player'] })
const halted = (cause: 'pause' | 'question' | 'fault') => ({ halted: { cause, why: 'so', seq: 9 } })

test('a run that nobody drives and that did not let go has lost its process', () => {
  expect(shown({})).toBe('died')
})

test('a run that let go is told by what it let go for', () => {
  expect(shown(halted('question'))).toBe('answered')
  expect(shown(halted('fault'))).toBe('fault')
})

test('a run that is driven, paused, ended or shown at an earlier moment is not interrupted', () => {
  expect(shown({}, { driven: true })).toBeNull()
  expect(shown(halted('pause'))).toBeNull()
  expect(shown({ outcome: { kind: 'complete' } as ViewerState['outcome'] })).toBeNull()
  expect(shown({}, { moment: 4 })).toBeNull()
})
