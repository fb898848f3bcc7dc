import { expect, test } from 'vitest'
import { phaseNames } from '../core/names.ts'
import { complete, failed, type Outcome, partial } from '../core/outcome.ts'
import { createState } from '../core/state.ts'
import { phaseOutcome, runOutcome } from './outcome.ts'

const ended = (changes: Partial<Record<string, Outcome>> = {}, attempt = 1) =>
  phaseNames.map((phase) => ({ phase, attempt, outcome: changes[phase] ?? complete }))

test('a phase is complete when nothing is missing, whatever forced its end', () => {
  expect(phaseOutcome(undefined, 'the budget is spent')).toEqual(complete)
  expect(phaseOutcome({ kind: 'partial', why: '3 of 5' }, 'the budget is spent')).toEqual(partial('3 of 5: the budget is spent'))
})

test('a run is what the last attempt at each phase came to', () => {
  const first = ended({ 'running-experiments': partial('half') })
  expect(runOutcome({ ...createState(), ended: first })).toEqual(partial('running-experiments: half'))
  expect(runOutcome({ ...createState(), ended: [...first, ...ended({}, 2)] })).toEqual(complete)
})

test('what failed in a second attempt, but was done in the first, leaves the run partial', () => {
  const second = [{ phase: 'report-writing' as const, attempt: 2, outcome: failed('the budget is spent') }]
  expect(runOutcome({ ...createState(), ended: [...ended(), ...second] })).toEqual(partial('report-writing: the budget is spent'))
})

test('a failure outweighs what is partial, and phases that were not reached are named', () => {
  const some = ended({ 'literature-review': partial('few'), 'plan-formulation': failed('none') }).slice(0, 2)
  expect(runOutcome({ ...createState(), ended: some })).toEqual(failed('plan-formulation: none'))
  expect(runOutcome({ ...createState(), ended: ended().slice(0, 6) })).toEqual(partial('not reached: report-refinement'))
})
