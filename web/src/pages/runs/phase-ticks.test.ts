import { expect, test } from 'vitest'
import type { RunSummary } from '../../../../src/transport/lab-control.ts'
import { phaseTicks } from './phase-ticks.ts'

const ticks = (summary: Partial<RunSummary>) =>
  phaseTicks({ outcome: null, phase: null, attempt: null, status: 'ended', ...summary } as RunSummary).map((line) => line.join(' '))
const failed = { kind: 'failed', why: 'no program ran' } as const

test('a run that came through has all its ticks, and a line for each attempt, of which the later begin at the plan', () => {
  expect(ticks({ outcome: { kind: 'complete' }, reached: 'report-refinement', attempts: 2 })).toEqual([
    'past past past past past past past',
    'none done done done done done done',
  ])
})

test('a run that did not come through ends where it had come to', () => {
  expect(ticks({ outcome: failed, reached: 'data-preparation', attempts: 1 })).toEqual(['done done bad wait wait wait wait'])
  expect(ticks({ outcome: { kind: 'partial', why: 'time' }, reached: 'report-refinement', attempts: 1 })).toEqual([
    'done done done done done done bad',
  ])
})

test('of a server that does not tell how far a run came, nothing is made up', () => {
  expect(ticks({ outcome: failed })).toEqual([])
  expect(ticks({ status: 'running' })).toEqual(['wait wait wait wait wait wait wait'])
})

test('the phase at work is lit while somebody drives the run, and between two phases the last one is done', () => {
  const at = { phase: 'plan-formulation', reached: 'plan-formulation', attempt: 1, attempts: 1 } as const
  expect(ticks({ ...at, status: 'running' })).toEqual(['done now wait wait wait wait wait'])
  expect(ticks({ ...at, status: 'stopped' })).toEqual(['done past wait wait wait wait wait'])
  expect(ticks({ ...at, phase: null, attempt: null, status: 'running' })).toEqual(['done done wait wait wait wait wait'])
})
