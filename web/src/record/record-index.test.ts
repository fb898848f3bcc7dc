import { expect, test } from 'vitest'
import type { LabEvent } from '../../../src/core/events/index.ts'
import type { StoredEvent } from '../../../src/store/event-log.ts'
import { createRecordIndex } from './record-index.ts'

/** An event, and how many ms it came after the one before it. */
type Told = LabEvent & { after?: number }

const entriesOf = (events: readonly Told[]): StoredEvent[] => {
  let time = Date.UTC(2026, 0, 1)
  return events.map(({ after = 1000, ...event }, place) => {
    time += after
    return { run: 'r', seq: place + 1, pos: place + 1, at: new Date(time).toISOString(), event: event as LabEvent }
  })
}
const indexOf = (...events: Told[]) => {
  const index = createRecordIndex()
  for (const entry of entriesOf(events)) index.add(entry)
  return index
}
const turn = (id: string, role: 'postdoc' | 'ml-engineer') =>
  ({ type: 'turn-start', id, step: 0, role, ask: 'x', told: '', reserve: 1 }) as const
const usage = { input: 1, output: 1, cost: 0 }

test('what a turn led to is by whoever had the turn', () => {
  const index = indexOf(
    { type: 'phase-start', phase: 'running-experiments', attempt: 1 },
    turn('t', 'ml-engineer'),
    { type: 'turn-reply', id: 't', text: '', model: 'm', usage },
    { type: 'program-start', id: 'p', turn: 't', role: 'ml-engineer', operator: 'draft', language: 'python', code: '' },
    { type: 'program-end', id: 'p', exitCode: 0, signal: null, output: '', metrics: [], files: [], sandbox: '', seconds: 1 },
    { type: 'note-add', by: 'web', text: 'go' },
  )
  expect([1, 2, 3, 4, 5, 6].map(index.whoAt)).toEqual(['lab', 'ml-engineer', 'ml-engineer', 'ml-engineer', 'ml-engineer', 'person'])
  expect(index.seqsOf({ relation: 'turn', id: 't' })).toEqual([2, 3, 4])
  expect(index.seqsOf({ relation: 'program', id: 'p' })).toEqual([4, 5])
})

test('a score is by who gave it, not by whose program it is', () => {
  const index = indexOf(
    turn('t', 'ml-engineer'),
    { type: 'program-start', id: 'p', turn: 't', role: 'ml-engineer', operator: 'draft', language: 'python', code: '' },
    turn('s', 'postdoc'),
    { type: 'program-score', turn: 's', id: 'p', score: 1, why: 'w' },
  )
  expect(index.whoAt(4)).toBe('postdoc')
})

test('each entry belongs to the phase and attempt that it was stored in', () => {
  const complete = { kind: 'complete' } as const
  const index = indexOf(
    { type: 'model-choose', model: 'm', why: 'w' },
    { type: 'phase-start', phase: 'plan-formulation', attempt: 2 },
    { type: 'phase-end', phase: 'plan-formulation', attempt: 2, outcome: complete, next: 'end' },
    { type: 'run-end', outcome: complete },
  )
  expect([1, 2, 3, 4].map((seq) => index.spanAt(seq).phase)).toEqual([null, 'plan-formulation', 'plan-formulation', null])
  expect(index.tally.attempts).toEqual(new Map([[2, 2]]))
  expect(index.tally.phases).toEqual(
    new Map<string, number>([
      ['', 2],
      ['plan-formulation', 2],
    ]),
  )
})

test('time is idle before a run is taken up and while a question blocks, and not while a model thinks', () => {
  const ask: Told = { type: 'question-ask', id: 'q', text: '?', options: [], blocks: true }
  const index = indexOf(
    turn('t', 'postdoc'),
    { type: 'turn-reply', id: 't', text: '', model: 'm', usage, after: 600_000 },
    ask,
    { type: 'answer-give', by: 'web', question: 'q', answer: 'a', after: 60_000 },
    { type: 'run-resume', generation: 2, after: 90_000 },
    { ...ask, id: 'open', blocks: false },
    { type: 'answer-give', by: 'web', question: 'open', answer: 'a', after: 5000 },
  )
  expect(index.idles.map(({ from, to }) => to - from)).toEqual([60_000, 90_000])
})

test('what did not work is a fault, whatever its type', () => {
  const index = indexOf(
    { type: 'turn-end', id: 't', ok: false, result: 'no' },
    { type: 'search-end', turn: 't', query: 'q', source: 's', status: 'unavailable', papers: [] },
    { type: 'turn-end', id: 't', command: 'x', ok: true, result: 'yes' },
  )
  expect([1, 2, 3].map(index.kindAt)).toEqual(['faults', 'faults', 'turns'])
})

test('every entry is counted once in each tally', () => {
  const index = indexOf(...Array.from({ length: 3000 }, () => turn('t', 'postdoc')))
  const sum = (counts: ReadonlyMap<unknown, number>) => [...counts.values()].reduce((all, count) => all + count, 0)
  expect([index.count, sum(index.tally.kinds), sum(index.tally.whos), sum(index.tally.phases)]).toEqual([3000, 3000, 3000, 3000])
  expect(index.timeAt(3000) - index.timeAt(1)).toBe(2_999_000)
})
