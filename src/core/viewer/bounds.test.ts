import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bigLog } from '../../../test/web/big-log.ts'
import type { LabEvent } from '../events/index.ts'
import type { Metric } from '../metric.ts'
import { createViewerState, foldViewer } from './fold.ts'
import { thinned } from './list.ts'
import { frozen } from './testing/frozen.ts'
import { type LogRow, rowsOf } from './testing/long-log.ts'
import { mostMetrics, mostPrograms, mostReviews, mostScores, mostWithMetrics, type ViewerState } from './viewer-state.ts'

const rowsOfBigLog = (count: number): LogRow[] => {
  const batches = [...bigLog(count)].flatMap(({ at, events }) => events.map((event) => ({ at: new Date(at).toISOString(), event })))
  return batches.map((row, place) => ({ seq: place + 1, ...row }))
}
const of = (rows: readonly LogRow[], type: LabEvent['type']): number => rows.filter(({ event }) => event.type === type).length
const show = (events: readonly LabEvent[]): ViewerState =>
  rowsOf([{ type: 'phase-start', phase: 'running-experiments', attempt: 1 }, ...events]).reduce(foldViewer, createViewerState('r'))
const found = (state: ViewerState, id: string) => state.programs.find((program) => program.id === id)

const two: Metric[] = [
  { name: 'accuracy', value: 0.5, seed: 1 },
  { name: 'accuracy', value: 0.6, seed: 2 },
]
type Ran = { id: string; parent?: string; operator?: 'draft' | 'improve' | 'final' | 'try'; score?: number }
const ran = ({ id, parent, operator = 'improve', score }: Ran): LabEvent[] => [
  { type: 'program-start', id, turn: id, role: 'ml-engineer', operator, language: 'python', code: '', ...(parent ? { parent } : {}) },
  { type: 'program-end', id, exitCode: 0, signal: null, output: '', metrics: two, files: [], sandbox: 'limits', seconds: 1 },
  ...(score === undefined ? [] : [{ type: 'program-score' as const, turn: id, id, score, why: 'so' }]),
]
const many = (count: number, score: number): LabEvent[] =>
  Array.from({ length: count }, (_, place) => ran({ id: `running-experiments.1.${place + 100}.0`, score })).flat()

test('100,000 entries are shown in less than a megabyte, every one that is left out is counted, and they fold in time that grows with their number', () => {
  const rows = rowsOfBigLog(100_000)
  const began = performance.now()
  const state = rows.reduce(foldViewer, createViewerState('r'))
  const passed = performance.now() - began
  expect(JSON.stringify(state).length).toBeLessThan(1_000_000)
  expect(state.programs.length).toBeLessThanOrEqual(mostPrograms)
  expect(state.curve.length).toBeLessThanOrEqual(mostScores)
  expect(state.reviews.length).toBe(mostReviews)
  expect(state.programs.length + (state.programsLeftOut ?? 0)).toBe(of(rows, 'program-start'))
  expect(state.curve.length + (state.curveLeftOut ?? 0)).toBe(of(rows, 'program-score'))
  expect(state.reviews.length + (state.reviewsLeftOut ?? 0)).toBe(of(rows, 'review-give'))
  expect(state.curve.filter(({ best }) => best).length).toBe(state.marks.filter(({ kind }) => kind === 'best').length)
  // Half a second alone on a machine, which others may share.
  expect(passed).toBeLessThan(10_000)
})

test('whatever is left out, the lead is the one that it is among all programs, and each state is plain JSON that folds on', () => {
  const rows = rowsOfBigLog(45_000)
  const leads = new Map<number, { id: string; score: number }>()
  let state = createViewerState('r')
  for (const row of rows) {
    state = frozen(foldViewer(state, row))
    const { event } = row
    if (event.type !== 'program-score') continue
    const lead = leads.get(state.attempt)
    if (!lead || event.score > lead.score) leads.set(state.attempt, event)
    expect(state.best).toBe(leads.get(state.attempt)?.id)
    expect(found(state, event.id)?.score).toBe(event.score)
  }
  expect(state.programsLeftOut).toBeGreaterThan(3000)
  for (const [attempt, { id }] of leads)
    expect(state.programs.some((program) => program.id === id && program.attempt === attempt)).toBe(true)
  const read = JSON.parse(JSON.stringify(state)) as ViewerState
  expect(read).toStrictEqual(state)
  const next = { seq: state.seq + 1, at: state.at, event: { type: 'program-start', id: 'x', role: 'ml-engineer' } }
  expect(foldViewer(read, next)).toStrictEqual(foldViewer(state, next))
})

test('the lead stays with those that it came from, and so do the last run and what still runs, however many come after', () => {
  const [start] = ran({ id: 'running' })
  if (!start) throw new Error('it starts')
  const old = [
    ...ran({ id: 'other', operator: 'draft', score: 0.1 }),
    ...ran({ id: 'first', operator: 'draft', score: 0.2 }),
    ...ran({ id: 'second', parent: 'first', score: 0.3 }),
    ...ran({ id: 'lead', parent: 'second', score: 0.9 }),
    ...ran({ id: 'final', parent: 'lead', operator: 'final' }),
    start,
  ]
  const state = show([...old, ...many(2000, 0.5)])
  expect(['other', 'first', 'second', 'lead', 'final', 'running'].map((id) => found(state, id) !== undefined)).toEqual([
    false,
    true,
    true,
    true,
    true,
    true,
  ])
  expect(state.programs.length).toBeLessThanOrEqual(mostPrograms)
})

test('numbers are kept of the lead, the last run and the newest; of any other, how many there are', () => {
  const old = [...ran({ id: 'former', score: 0.6 }), ...ran({ id: 'other', score: 0.1 }), ...ran({ id: 'final', operator: 'final' })]
  const shown = (state: ViewerState, id: string) => [found(state, id)?.metrics.length, found(state, id)?.metricsLeftOut]
  const before = show([...old, ...many(mostWithMetrics - 3, 0.5)])
  expect(before.programs.every(({ metrics, metricsLeftOut }) => metrics.length === 2 && metricsLeftOut === undefined)).toBe(true)
  const led = show([...old, ...many(mostWithMetrics, 0.5)])
  expect([shown(led, 'former'), shown(led, 'other'), shown(led, 'final')]).toEqual([
    [2, undefined],
    [0, 2],
    [2, undefined],
  ])
  const overtaken = show([...old, ...many(mostWithMetrics, 0.5), ...ran({ id: 'lead', score: 0.7 })])
  expect([shown(overtaken, 'former'), shown(overtaken, 'lead')]).toEqual([
    [0, 2],
    [2, undefined],
  ])
  expect(overtaken.programs.filter(({ metrics }) => metrics.length > 0).length).toBe(mostWithMetrics + 1)
})

test('programs with very many numbers have fewer of them together: the newest, the lead and the last run', () => {
  const metrics = Array.from({ length: mostMetrics / 4 }, (_, seed): Metric => ({ name: 'loss', value: 1, seed }))
  const heavy = (event: LabEvent): LabEvent => (event.type === 'program-end' ? { ...event, metrics } : event)
  const old = [...ran({ id: 'lead', score: 0.9 }), ...ran({ id: 'other', score: 0.8 }), ...ran({ id: 'final', operator: 'final' })]
  const state = show([...old, ...many(20, 0.5)].map(heavy))
  const whole = state.programs.filter((program) => program.metrics.length > 0).map(({ id }) => id)
  expect(whole.slice(0, 2)).toEqual(['lead', 'final'])
  expect(whole.length).toBe(6)
  expect(found(state, 'other')?.metricsLeftOut).toBe(metrics.length)
})

test('where every program leads, the scores are bounded too, and the first and the last are among them', () => {
  const scores = Array.from({ length: 4000 }, (_, place) => ran({ id: `running-experiments.1.${place}.0`, score: place })).flat()
  const { curve, curveLeftOut = 0 } = show(scores)
  expect(curve.length).toBeLessThanOrEqual(mostScores)
  expect([curve.length + curveLeftOut, curve[0]?.score, curve.at(-1)?.score]).toEqual([4000, 0, 3999])
})

test('a program whose numbers are left out can lead again', () => {
  const lowered: LabEvent = { type: 'program-score', turn: 't', id: 'lead', score: 0.1, why: 'looked at again' }
  const state = show([...ran({ id: 'former', score: 0.6 }), ...many(60, 0.5), ...ran({ id: 'lead', score: 0.7 }), lowered])
  expect(state.best).toBe('former')
})

test('a thinned list keeps its order, what must stay and its newest, and about half of the rest', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.nat({ max: 60 }), (list, newest) => {
      const stays = (item: number) => item % 3 === 0
      const kept = thinned(list, stays, newest)
      const safe = list.filter((item, place) => stays(item) || place >= list.length - newest)
      expect(list.filter((item) => kept.includes(item))).toEqual(kept)
      for (const item of safe) expect(kept).toContain(item)
      expect(kept.length - safe.length).toBe(Math.ceil((list.length - safe.length) / 2))
    }),
  )
})
