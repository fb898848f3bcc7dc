import { expect, test } from 'vitest'
import type { LabEvent } from '../events/index.ts'
import type { Judgement } from '../state.ts'
import { createViewerState, foldViewer } from './fold.ts'
import { rowsOf } from './testing/long-log.ts'
import { mostPrograms, type ViewerState } from './viewer-state.ts'

const show = (...list: readonly LabEvent[]): ViewerState => rowsOf(list).reduce(foldViewer, createViewerState('r'))
const loose = (event: object): LabEvent => event as LabEvent

const program = (id: string, score?: number, more: object = {}): LabEvent[] => [
  { type: 'program-start', id, turn: id, role: 'ml-engineer', operator: 'improve', language: 'python', code: '' },
  loose({ type: 'program-end', id, metrics: [{ name: 'a', value: 1 }], files: [], sandbox: 'limits', seconds: 1, ...more }),
  ...(score === undefined ? [] : [{ type: 'program-score' as const, turn: 's', id, score, why: 'w' }]),
]
const judge = (id: string, accepted: boolean, more: Partial<Judgement> = {}): LabEvent => ({
  type: 'program-judge',
  program: id,
  accepted,
  pairs: 5,
  ...more,
})
const plan = (attempt: number): LabEvent => ({ type: 'phase-start', phase: 'plan-formulation', attempt })
const leads = ({ marks }: ViewerState) => marks.filter(({ kind }) => kind === 'best').map(({ text }) => text)

test('once programs are judged, the last that was accepted leads, whatever the scores say', () => {
  const list = [
    ...program('e.1.1.0', 0.4),
    judge('e.1.1.0', true, { pairs: 0 }),
    ...program('e.1.2.0', 0.9),
    judge('e.1.2.0', false, { best: 'e.1.1.0', p: 0.3, difference: 0.01, level: 0.05 }),
    ...program('e.1.3.0', 0.2),
    judge('e.1.3.0', true, { best: 'e.1.1.0', p: 0.01, difference: 0.2, level: 0.05 }),
    ...program('e.1.4.0', 1),
  ]
  const state = show(...list)
  expect(state.best).toBe('e.1.3.0')
  expect(leads(state)).toEqual(['e.1.1.0', 'e.1.3.0'])
  expect(state.programs.map(({ judged }) => judged?.accepted)).toEqual([true, false, true, undefined])
  expect(state.programs[1]?.judged).toEqual({
    seq: 8,
    accepted: false,
    against: 'e.1.1.0',
    p: 0.3,
    difference: 0.01,
    pairs: 5,
    level: 0.05,
  })
  expect(state.programs[0]?.judged).toMatchObject({ against: null, p: null, difference: null, level: null })
})

test('as long as none was accepted the highest score leads, and a new attempt begins without any judgement', () => {
  expect(show(...program('e.1.1.0', 0.4), ...program('e.1.2.0', 0.9), judge('e.1.1.0', false)).best).toBe('e.1.2.0')
  const again = show(plan(1), ...program('e.1.1.0', 0.4), judge('e.1.1.0', true), plan(2), ...program('e.2.1.0', 0.1))
  expect(again.best).toBe('e.2.1.0')
})

test('where the lab scores on labels that it keeps, the measure of each program is the curve, and those that were accepted led', () => {
  const contract = { metric: 'a', evaluation: 'hold-out' }
  const state = show(
    loose({ type: 'plan-accept', turn: 't', text: 'p', contract }),
    ...program('e.1.1.0', undefined, { metrics: [{ name: 'a', value: 3 }] }),
    judge('e.1.1.0', true),
    ...program('e.1.2.0', 0.9, { metrics: [{ name: 'a', value: 4 }] }),
  )
  expect(state.curve.map(({ seq, program: id, score, best }) => [seq, id, score, best])).toEqual([
    [3, 'e.1.1.0', 3, true],
    [6, 'e.1.2.0', 4, false],
  ])
  expect(state.programs.map(({ spread }) => spread?.mean)).toEqual([3, 4])
})

test('a judgement of a program that is not there changes nothing', () => {
  const before = show(...program('e.1.1.0', 0.4))
  const after = foldViewer(before, { seq: 4, at: before.at, event: judge('x', true) })
  expect(after.programs).toBe(before.programs)
  expect(after.best).toBe('e.1.1.0')
})

test('the accepted program stays in a long list, with the one that it came from', () => {
  const many = Array.from({ length: mostPrograms + 50 }, (_, place) => program(`e.1.${place + 10}.0`, 0.5)).flat()
  const second = [
    { ...program('e.1.2.0')[0], parent: 'e.1.1.0' } as LabEvent,
    ...program('e.1.2.0').slice(1),
    judge('e.1.2.0', true, { p: 0.01 }),
  ]
  const state = show(...program('e.1.1.0'), judge('e.1.1.0', true), ...second, ...many)
  expect(state.best).toBe('e.1.2.0')
  expect(state.programs.slice(0, 2).map(({ id }) => id)).toEqual(['e.1.1.0', 'e.1.2.0'])
  expect(state.programsLeftOut).toBeGreaterThan(0)
})

test('reasons to doubt a program are told once for each kind, and seeds are counted', () => {
  const flags = [
    { kind: 'leak', why: 'a column gives the label away' },
    { kind: 'leak', why: 'another one' },
    { kind: 'of-the-future', why: 'x' },
    'odd',
    { kind: 'constant', why: 'x'.repeat(700) },
  ]
  const [start, end] = program('e.1.1.0', undefined, { flags })
  const state = show({ ...start, seeds: [3, 5, 8] } as LabEvent, end as LabEvent)
  expect(state.programs[0]?.flags).toEqual([
    { kind: 'leak', why: 'a column gives the label away' },
    { kind: 'constant', why: 'x'.repeat(600) },
  ])
  expect(state.programs[0]?.seeds).toBe(3)
  expect(Object.keys(show(...program('e.1.1.0')).programs[0] ?? {})).not.toContain('flags')
})
