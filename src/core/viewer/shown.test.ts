import { expect, test } from 'vitest'
import type { LabEvent } from '../events/index.ts'
import { createViewerState, foldViewer } from './fold.ts'
import { rowsOf } from './testing/long-log.ts'
import { headChars, mostFound, mostSearches, type ViewerState } from './viewer-state.ts'

const show = (...list: LabEvent[]): ViewerState => rowsOf(list).reduce(foldViewer, createViewerState('r'))
const loose = (event: object): LabEvent => event as LabEvent

const phase = (name: 'plan-formulation' | 'running-experiments', attempt = 1): LabEvent => ({ type: 'phase-start', phase: name, attempt })
const turn = (id: string, seat = 0): LabEvent => ({
  type: 'turn-start',
  id,
  step: 0,
  role: 'reviewer',
  seat,
  ask: 'review',
  told: '',
  reserve: 0,
})
const reply = (id: string): LabEvent => ({ type: 'turn-reply', id, text: 'words', model: 'm', usage: { input: 1, output: 1, cost: 0 } })
const end = (id: string): LabEvent => ({ type: 'turn-end', id, command: 'review', ok: true, result: '' })
const program = (id: string, score?: number, operator: 'draft' | 'final' = 'draft'): LabEvent[] => [
  { type: 'program-start', id, turn: id, role: 'ml-engineer', operator, language: 'python', code: '' },
  {
    type: 'program-end',
    id,
    exitCode: 0,
    signal: null,
    output: '',
    metrics: [{ name: 'a', value: 1 }],
    files: [],
    sandbox: 'limits',
    seconds: 1,
  },
  ...(score === undefined ? [] : [{ type: 'program-score' as const, turn: 's', id, score, why: 'w' }]),
]
const doing = ({ people }: ViewerState) => people.flatMap(({ open }) => open.map((one) => `${one.turn} ${one.doing}`))
const marks = ({ marks: all }: ViewerState, kind: string) => all.filter((mark) => mark.kind === kind).map(({ text }) => text)

test('the program with the highest score leads; of equals the one that was asked for first, and never the rerun of the winner', () => {
  const tied = show(...program('e.1.10.0', 0.5), ...program('e.1.9.0', 0.5))
  expect(tied.best).toBe('e.1.9.0')
  const state = show(...program('e.1.1.0', 0.5), ...program('e.1.2.0', 0.5), ...program('e.1.3.0', 0.4), ...program('e.1.4.0', 1, 'final'))
  expect(state.best).toBe('e.1.1.0')
  expect(state.curve.map(({ program: id, best }) => [id, best])).toEqual([
    ['e.1.1.0', true],
    ['e.1.2.0', false],
    ['e.1.3.0', false],
    ['e.1.4.0', false],
  ])
  expect(marks(state, 'best')).toEqual(['e.1.1.0'])
})

test('going back to planning empties what belongs to an attempt, and keeps what all of them did', () => {
  const state = show(
    phase('plan-formulation'),
    { type: 'plan-accept', turn: 't', text: 'first plan' },
    ...program('e.1.1.0', 0.5),
    { type: 'section-write', turn: 't', section: 'abstract', text: 'words' },
    { type: 'readme-write', turn: 't', text: 'words' },
    { type: 'refinement-decide', turn: 't', decision: 'revise', why: 'too few arms' },
    phase('plan-formulation', 2),
    ...program('e.2.1.0', 0.1),
  )
  expect(state).toMatchObject({ attempt: 2, plan: null, readme: null, sections: [], decision: null, best: 'e.2.1.0' })
  expect(state.programs.map(({ id, attempt }) => [id, attempt])).toEqual([
    ['e.1.1.0', 1],
    ['e.2.1.0', 2],
  ])
  expect(state.curve.map(({ attempt }) => attempt)).toEqual([1, 2])
  expect(marks(state, 'back')).toEqual(['too few arms'])
  expect(marks(state, 'phase')).toEqual(['plan-formulation', 'plan-formulation'])
})

test('a turn is thought about, carried out and done; when no model is to be had it fails, and it is asked again after the halt', () => {
  const fault: LabEvent = { type: 'turn-fault', id: 'a', fault: { kind: 'timeout', message: 'no answer' } }
  const begun = [phase('running-experiments'), turn('a'), turn('b', 1), reply('b')]
  expect(doing(show(...begun))).toEqual(['a thinking', 'b acting'])
  expect(doing(show(...begun, fault))).toEqual(['a failing', 'b acting'])
  const halted = show(...begun, fault, { type: 'run-halt', cause: 'fault', why: 'no answer' })
  expect([doing(halted), halted.halted?.why, marks(halted, 'fault'), marks(halted, 'halt')]).toEqual([
    [],
    'no answer',
    ['no answer'],
    ['no answer'],
  ])
  const resumed = show(...begun, fault, { type: 'run-halt', cause: 'fault', why: 'no answer' }, { type: 'run-resume', generation: 2 })
  expect([doing(resumed), resumed.halted]).toEqual([['a thinking', 'b acting'], null])
  const died = show(...begun, fault, { type: 'run-resume', generation: 2 }, end('b'))
  expect(doing(died)).toEqual(['a thinking'])
  expect(died.people.find(({ role }) => role === 'reviewer')?.last).toMatchObject({ turn: 'b', seat: 1, said: 'words', command: 'review' })
})

test.each<[string, LabEvent]>([
  ['a phase', { type: 'phase-end', phase: 'running-experiments', attempt: 1, outcome: { kind: 'complete' }, next: 'end' }],
  ['the run', { type: 'run-end', outcome: { kind: 'complete' } }],
])('at the end of %s nobody keeps a turn, not for a later resume either', (_what, last) => {
  expect(doing(show(phase('running-experiments'), turn('a'), last, { type: 'run-resume', generation: 2 }))).toEqual([])
})

test('a pause that was asked for has come with its halt, which says who asked', () => {
  const state = show(
    { type: 'stop-ask', by: 'bea' },
    { type: 'pause-ask', by: 'anna' },
    { type: 'run-halt', cause: 'pause', why: 'paused by anna' },
  )
  expect(state).toMatchObject({ asked: { pause: null, stop: 'bea' }, halted: { cause: 'pause', by: 'anna' } })
})

test('a draft that scores worse than the best is put back', () => {
  const form = { decision: 'reject' }
  const state = show(
    { type: 'section-write', turn: 'a', section: 'abstract', text: 'good' },
    loose({ type: 'report-score', turn: 'b', form, score: 6 }),
    { type: 'section-write', turn: 'c', section: 'abstract', text: 'bad' },
    { type: 'section-write', turn: 'c', section: 'results', text: 'bad' },
    loose({ type: 'report-score', turn: 'd', form, score: 5 }),
  )
  expect(state.sections.map(({ name, turn: by, head }) => [name, by, head])).toEqual([['abstract', 'a', 'good']])
  expect(state.reportScores.map(({ kept }) => kept)).toEqual([true, false])
})

test.each<[string, unknown, { head: string; chars: number }]>([
  ['itself', 'short', { head: 'short', chars: 5 }],
  ['long', 'x'.repeat(700), { head: 'x'.repeat(headChars), chars: 700 }],
  ['cut where a character has two halves', `${'x'.repeat(599)}🧪🧪`, { head: 'x'.repeat(599), chars: 603 }],
  ['a reference', { blob: 'b'.repeat(64), chars: 20_000, head: 'begins' }, { head: 'begins', chars: 20_000 }],
  ['cut for the wire', { chars: 9_000, head: 'begins' }, { head: 'begins', chars: 9_000 }],
  ['a reference that was cut itself', { blob: 'b', chars: 20_000, head: { chars: 240, head: 'be' } }, { head: 'be', chars: 20_000 }],
  ['not there', undefined, { head: '', chars: 0 }],
])('a text may be %s', (_form, text, shown) => {
  expect(show(loose({ type: 'plan-accept', turn: 't', text })).plan).toEqual({ seq: 1, turn: 't', ...shown })
})

test('of lists that were cut for the wire, what is there is shown, and how much there was', () => {
  const paper = { id: 'p', title: 'T', authors: { entries: 40, head: ['A', { chars: 90, head: 'B' }] } }
  const papers = { entries: 50, head: [paper, paper, 'broken'] }
  const state = show(loose({ type: 'search-end', turn: 't', query: 'q', source: 's', status: 'ok', papers }))
  expect(state.searches[0]?.count).toBe(50)
  expect(state.papers.map(({ id, title, authors, year }) => ({ id, title, authors, year }))).toEqual([
    { id: 'p', title: 'T', authors: ['A', 'B'], year: null },
  ])
})

test('a review whose marks were lost on the way is not made up', () => {
  expect(show(loose({ type: 'review-give', turn: 't', reviewer: 'r', score: 5, form: { summary: 's' } })).reviews).toEqual([])
})

test('what grows without end is bounded: the newest searches and papers, and every paper that was read or added', () => {
  const searches = Array.from({ length: 300 }, (_, number): LabEvent => {
    const papers = Array.from({ length: 5 }, (_paper, place) => ({
      id: `p${number}-${place}`,
      source: 's',
      title: 'T',
      authors: [],
      abstract: '',
    }))
    return { type: 'search-end', turn: 't', query: `q${number}`, source: 's', status: 'ok', papers }
  })
  const [first, ...rest] = searches
  if (!first) throw new Error('there are searches')
  const state = show(
    first,
    { type: 'paper-add', turn: 't', id: 'p0-1', note: 'n' },
    { type: 'paper-read', turn: 't', id: 'p0-2', text: '' },
    ...rest,
  )
  expect([state.searches.length, state.searches.at(-1)?.query]).toEqual([mostSearches, 'q299'])
  expect(state.papers.length).toBe(mostFound + 2)
  expect(state.papers.slice(0, 3).map(({ id }) => id)).toEqual(['p0-1', 'p0-2', 'p100-0'])
})
