import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeRun } from '../../report/made-log.ts'
import { type EventType, events, type LabEvent, peopleTypes } from '../events/index.ts'
import { createViewerState, foldViewer, viewerEffects } from './fold.ts'
import { byPeople } from './measure.ts'
import { everyKind } from './testing/every-kind.ts'
import { frozen } from './testing/frozen.ts'
import { longLog, rowsOf } from './testing/long-log.ts'
import type { ViewerState } from './viewer-state.ts'

const foldAll = (list: readonly LabEvent[], from: ViewerState = createViewerState('r')): ViewerState =>
  rowsOf(list).reduce((state, row) => (row.seq > from.seq ? foldViewer(state, row) : state), from)

/** What an event may leave as it is: these are for the roles, not for viewers. */
const silent: readonly EventType[] = [
  'role-brief',
  'effect-note',
  'turns-condense',
  'dataset-search',
  'reflection-add',
  'agent-start',
  'agent-act',
  'agent-end',
]

const alike = ({ seq: _seq, at: _at, workedAt: _worked, spent: { seconds: _s, ...spent }, phases, ...rest }: ViewerState) => ({
  ...rest,
  spent,
  phases: phases.map(({ spent: { seconds: _seconds, ...own }, ...phase }) => ({ ...phase, spent: own })),
})

test('every kind of event has an effect on what viewers show, or is known to have none', () => {
  expect(Object.keys(viewerEffects).toSorted()).toEqual(Object.keys(events).toSorted())
  const changes = new Map<string, boolean>()
  rowsOf(everyKind).reduce((state, row) => {
    const next = foldViewer(state, row)
    changes.set(row.event.type, JSON.stringify(alike(next)) !== JSON.stringify(alike(state)))
    return next
  }, createViewerState('r'))
  const without = (Object.keys(events) as EventType[]).filter((type) => !changes.get(type))
  expect(without.toSorted()).toEqual(silent.toSorted())
})

test('the kinds that people write are the same as for the state', () => {
  expect(new Set(byPeople)).toEqual(peopleTypes)
})

test('an unknown kind of event moves the place in the log and shares everything else', () => {
  const state = foldAll(wholeRun)
  const {
    seq,
    at,
    workedAt: _,
    spent,
    phases: _phases,
    ...rest
  } = foldViewer(state, {
    seq: 999,
    at: state.at,
    event: { type: 'constructor' },
  })
  expect({ seq, at, spent }).toEqual({ seq: 999, at: state.at, spent: state.spent })
  for (const [key, value] of Object.entries(rest)) expect(value).toBe(state[key as keyof ViewerState])
})

test.each([
  ['a run with a way back', wholeRun],
  ['every kind of event', everyKind],
])('%s: each state is plain JSON, is never changed again, and folding on from any of them gives the same', (_name, list) => {
  const states = [frozen(createViewerState('r'))]
  for (const row of rowsOf(list)) states.push(frozen(foldViewer(states.at(-1) ?? createViewerState('r'), row)))
  const last = states.at(-1)
  for (const state of states) {
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state)
    expect(foldAll(list, JSON.parse(JSON.stringify(state)))).toStrictEqual(last)
  }
})

const json = fc.jsonValue({ maxDepth: 4, depthSize: 'small' })
const cutLike = fc.oneof(
  json,
  fc.record({ chars: json, head: json }),
  fc.record({ entries: fc.oneof(fc.nat(), json), head: json }),
  fc.constantFrom<unknown>('p', 't', 'plan-formulation', 'phd-student', 'abstract', 1, 2, 'ok', 'a'),
)

test.each(Object.keys(events) as EventType[])('%s with any JSON in any of its fields does not throw and leaves plain JSON', (type) => {
  const keys = Object.keys(events[type].data.shape)
  const real = everyKind.filter((event) => event.type === type)
  const before = rowsOf(
    everyKind.slice(
      0,
      everyKind.findLastIndex((event) => event.type === type),
    ),
  ).reduce(foldViewer, createViewerState('r'))
  const broken = fc.dictionary(fc.constantFrom(...keys), cutLike, { noNullPrototype: true })
  fc.assert(
    fc.property(broken, fc.constantFrom({}, ...real), (fields, whole) => {
      const event = { ...whole, ...(JSON.parse(JSON.stringify(fields)) as object), type }
      const state = rowsOf([event as LabEvent, ...everyKind]).reduce(foldViewer, before)
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state)
    }),
    { numRuns: 60 },
  )
})

test('100,000 events fold in time that grows with their number', () => {
  const rows = rowsOf(longLog(10, 330))
  const began = performance.now()
  const state = rows.reduce(foldViewer, createViewerState('r'))
  const passed = performance.now() - began
  expect(rows.length).toBeGreaterThan(95_000)
  expect(state.seq).toBe(rows.length)
  // Alone on a machine it takes half a second; a list that is copied for each of its entries' entries takes minutes.
  expect(passed).toBeLessThan(10_000)
})
