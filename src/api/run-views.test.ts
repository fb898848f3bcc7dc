import { expect, test } from 'vitest'
import { GalError } from '../core/error.ts'
import type { LabEvent } from '../core/events/index.ts'
import { agentsStream } from '../core/names.ts'
import { createViewerState, foldViewer } from '../core/viewer/fold.ts'
import { everyKind } from '../core/viewer/testing/every-kind.ts'
import { longLog } from '../core/viewer/testing/long-log.ts'
import { start } from '../report/made-log.ts'
import type { EventLog } from '../store/event-log.ts'
import { createMemoryEventLog } from '../store/memory-event-log.ts'
import { createRunViews } from './run-views.ts'

const owner = { pid: 1, started: 'then', host: 'here' }

/** A log that says what is read from it: the run and after which entry. */
const bench = () => {
  const log = createMemoryEventLog({ alive: () => false })
  const reads: [string, number][] = []
  const watched: EventLog = {
    ...log,
    read(run, after, limit) {
      reads.push([run, after])
      return log.read(run, after, limit)
    },
  }
  const write = (run: string, events: readonly LabEvent[]) => {
    const [first, ...rest] = events
    if (!log.has(run)) log.create(run, first)
    const taken = log.acquire(run, owner)
    if (!('lease' in taken)) throw new Error('it is driven')
    log.append(taken.lease, rest, 0)
    log.release(taken.lease)
  }
  return { log, reads, write, watched }
}

const begun = start()

test('a list of runs reads nothing twice: the first time every run, later only what is new', () => {
  const { log, reads, write, watched } = bench()
  for (const run of ['a', 'b', 'c']) write(run, begun)
  const views = createRunViews(watched, () => true, 1)
  expect(views.summaries().map(({ run, topic, events }) => [run, topic, events])).toEqual([
    ['a', 'Does smoothing help?', 2],
    ['b', 'Does smoothing help?', 2],
    ['c', 'Does smoothing help?', 2],
  ])
  expect(reads.splice(0)).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 0],
  ])
  views.summaries()
  expect(reads.splice(0)).toEqual([])
  log.input('c', { type: 'note-add', by: 'anna', text: 'n' })
  expect(views.summary('c').events).toBe(3)
  expect(reads.splice(0)).toEqual([['c', 2]])
  // Only one state is kept, and that is of c: the run a is folded anew, and only a.
  log.input('a', { type: 'note-add', by: 'anna', text: 'n' })
  expect(views.summaries().map(({ events }) => events)).toEqual([3, 2, 3])
  expect(reads.splice(0)).toEqual([['a', 0]])
})

test('the state at any moment is the fold up to it, taken from the nearest checkpoint', () => {
  const { reads, write, watched } = bench()
  const events = longLog(2, 110)
  write('long', events)
  const views = createRunViews(watched, () => false)
  const { seq: last } = views.view('long')
  expect(last).toBe(events.length)
  expect(last).toBeGreaterThan(6000)
  const rows = watched.read('long', 0)
  for (const moment of [0, 1, 1999, 2000, 2001, 4321, last - 1, last, last + 50]) {
    reads.length = 0
    const whole = rows.slice(0, moment).reduce(foldViewer, createViewerState('long'))
    expect(views.stateAt('long', moment), `at ${moment}`).toStrictEqual(whole)
    for (const [, after] of reads.filter(([, from]) => from !== last)) expect(moment - after).toBeLessThan(2000)
  }
})

test.each<[string, LabEvent[], string, string]>([
  ['nobody drives it', [], 'interrupted', 'running'],
  ['a pause was asked for', [{ type: 'pause-ask', by: 'a' }], 'paused', 'running'],
  [
    'it was paused',
    [
      { type: 'pause-ask', by: 'a' },
      { type: 'run-halt', cause: 'pause', why: 'paused by a' },
    ],
    'paused',
    'running',
  ],
  [
    'it was stopped',
    [
      { type: 'stop-ask', by: 'a' },
      { type: 'run-halt', cause: 'stop', why: 'stopped by a' },
    ],
    'stopped',
    'running',
  ],
  ['Ctrl-C ended its driver', [{ type: 'run-halt', cause: 'stop', why: 'interrupted' }], 'interrupted', 'running'],
  ['a question blocks', [{ type: 'question-ask', id: 'q', text: '?', options: [], blocks: true }], 'waiting', 'waiting'],
  ['it has ended', [{ type: 'run-end', outcome: { kind: 'complete' } }], 'ended', 'ended'],
])('when %s, the summary says so, and otherwise when it is driven', (_when, more, alone, driven) => {
  const { log, write, watched } = bench()
  write('r', [...begun, ...more])
  expect(createRunViews(watched, () => false).summary('r')).toMatchObject({ status: alone, driver: null })
  log.acquire('r', owner)
  expect(createRunViews(watched, () => true).summary('r')).toMatchObject({ status: driven, driver: { pid: 1, host: 'here' } })
})

test('a summary tells what a run is at, what it has spent and what it waits for', () => {
  const { write, watched } = bench()
  write('r', [
    ...begun,
    { type: 'phase-start', phase: 'plan-formulation', attempt: 2 },
    { type: 'turn-reply', id: 't', text: '', model: 'm', usage: { input: 3, output: 4, cost: 0.5 } },
    { type: 'question-ask', id: 'q', text: '?', options: [], blocks: false },
  ])
  expect(createRunViews(watched, () => false).summary('r')).toEqual({
    run: 'r',
    topic: 'Does smoothing help?',
    status: 'interrupted',
    outcome: null,
    phase: 'plan-formulation',
    attempt: 2,
    reached: 'plan-formulation',
    attempts: 2,
    score: null,
    model: 'ollama:tiny',
    createdAt: expect.any(String),
    at: watched.read('r', 4)[0]?.at,
    events: 5,
    calls: 1,
    tokens: 7,
    cost: 0.5,
    seconds: expect.any(Number),
    questions: 1,
    driver: null,
  })
})

test('a summary tells how far a run came and what its last attempt was given: by its reviewers, before them for its best draft', () => {
  const { write, watched } = bench()
  const { 'review-give': given, 'report-score': scored } = Object.groupBy(everyKind, ({ type }) => type)
  const [review, draft] = [given?.[0], scored?.[0]]
  if (review?.type !== 'review-give' || draft?.type !== 'report-score') throw new Error('they are in the record')
  const told = () => {
    const { phase, reached, attempts, score } = createRunViews(watched, () => false).summary('r')
    return [phase, reached, attempts, score]
  }
  write('r', begun)
  expect(told()).toEqual([null, null, 1, null])
  write('r', [
    begun[0] ?? review,
    { type: 'phase-start', phase: 'report-writing', attempt: 1 },
    { ...draft, score: 6 },
    { ...draft, score: 5 },
  ])
  expect(told()).toEqual(['report-writing', 'report-writing', 1, 6])
  const end: LabEvent = {
    type: 'phase-end',
    phase: 'report-refinement',
    attempt: 1,
    outcome: { kind: 'complete' },
    next: 'plan-formulation',
  }
  const marks = [5, 8].map((score, place) => ({ ...review, turn: `t${place}`, score }))
  write('r', [begun[0] ?? review, { type: 'phase-start', phase: 'report-refinement', attempt: 1 }, ...marks, end])
  expect(told()).toEqual([null, 'report-refinement', 1, 6.5])
  write('r', [begun[0] ?? review, { type: 'phase-start', phase: 'plan-formulation', attempt: 2 }])
  expect(told()).toEqual(['plan-formulation', 'plan-formulation', 2, null])
})

test('what agents did outside of runs is in no list and has no view, and neither has a run that is not there', () => {
  const { log, write, watched } = bench()
  write('r', begun)
  log.create(agentsStream)
  const views = createRunViews(watched, () => false)
  expect(views.summaries().map(({ run }) => run)).toEqual(['r'])
  for (const name of [agentsStream, 'nowhere'])
    for (const call of [() => views.view(name), () => views.stateAt(name, 1), () => views.summary(name)])
      expect(call).toThrow(expect.objectContaining({ code: 'unknown-run' }))
})

test('a run whose record breaks off hides no other: it is listed as failed, with its topic and why', () => {
  const { log, write } = bench()
  for (const run of ['a', 'b']) write(run, begun)
  const torn: EventLog = {
    ...log,
    read(run, after, limit) {
      if (run === 'a' && limit !== 1) throw new GalError('bad-record', 'event 2 of run a cannot be read')
      return log.read(run, after, limit)
    },
  }
  const views = createRunViews(torn, () => true)
  expect(views.summaries()).toMatchObject([
    { run: 'a', status: 'ended', topic: 'Does smoothing help?', outcome: { kind: 'failed', why: 'event 2 of run a cannot be read' } },
    { run: 'b', outcome: null },
  ])
  expect(() => views.view('a')).toThrow('event 2')
})
