import { describe, expect, test } from 'vitest'
import { fold, type LabEvent } from '../../../core/events/index.ts'
import { createState } from '../../../core/state.ts'
import { driveTestLab, run, type TestLab } from '../../../lab/testing/test-lab.ts'
import { createMemoryDisk, createMemoryEventLog, type MemoryDisk } from '../../../store/memory-event-log.ts'
import { cast } from './cast.ts'

const eventsOf = (disk: MemoryDisk): LabEvent[] =>
  createMemoryEventLog({ disk })
    .readAll(0)
    .map(({ event }) => event)
const stateOf = (disk: MemoryDisk) => fold(createState(), createMemoryEventLog({ disk }).read(run, 0))
const endsOf = (disk: MemoryDisk) => eventsOf(disk).flatMap((event) => (event.type === 'turn-end' ? [event] : []))
const ofDrivers = (events: LabEvent[]) =>
  events.filter(({ type }) => type !== 'run-resume' && type !== 'model-choose' && type !== 'run-halt')
const sorted = (disk: MemoryDisk) =>
  ofDrivers(eventsOf(disk))
    .map((event) => JSON.stringify(event))
    .sort()

test('killed at any place and resumed, the cast says the same', async () => {
  const whole = await driveTestLab({ cast })
  const expected = sorted(whole.disk)
  const all = eventsOf(whole.disk).length
  for (let room = 5; room < all; room += 37) {
    const disk = createMemoryDisk()
    await expect(driveTestLab({ cast, disk, room })).rejects.toThrow(/died/)
    await driveTestLab({ cast, disk })
    expect(sorted(disk), `killed after event ${room}`).toEqual(expected)
  }
}, 60_000)

describe('with other settings than the usual ones', () => {
  const unusual: [string, NonNullable<TestLab['phaseSettings']>][] = [
    ['no repairs', { 'running-experiments': { repairs: 0 } }],
    ['one round', { 'running-experiments': { rounds: 1 } }],
    ['many rounds of many candidates', { 'running-experiments': { rounds: 5, candidates: 4 } }],
    ['no edits', { 'report-writing': { edits: 0 } }],
    ['many edits', { 'report-writing': { edits: 20 } }],
    ['one reviewer and no way back', { 'report-refinement': { reviewers: 1, 'ways-back': 0 } }],
    ['three ways back', { 'report-refinement': { 'ways-back': 3 } }],
    ['five reviewers', { 'report-refinement': { reviewers: 5 } }],
    ['one paper', { 'literature-review': { papers: 1 } }],
    ['twelve papers', { 'literature-review': { papers: 12 } }],
  ]
  test.each(unusual)(
    '%s: all is done but what the stand-in for the sandbox cannot measure, and one answer alone is malformed',
    async (_name, phaseSettings) => {
      const { result, disk } = await driveTestLab({ cast, phaseSettings })
      expect(result).toEqual({ ended: { kind: 'partial', why: "running-experiments: the plan's measure test-loss was not measured" } })
      expect(endsOf(disk).filter(({ command }) => command === undefined)).toHaveLength(1)
      expect(endsOf(disk).filter(({ fallback }) => fallback)).toEqual([])
    },
  )
})

test('more papers than there are end the review as partial, not in a loop', async () => {
  const { disk } = await driveTestLab({ cast, phaseSettings: { 'literature-review': { papers: 90 } } })
  const [review] = stateOf(disk).ended
  expect(review?.outcome).toMatchObject({ kind: 'partial', why: expect.stringContaining('of 90 papers were reviewed') })
})

test('where nothing was measured, nothing is claimed', async () => {
  const { disk } = await driveTestLab({ cast })
  const { report, reviews, interpretation } = stateOf(disk).now
  expect(report.sections.results).toContain('there are no results')
  expect(interpretation).toContain('could not be tested')
  for (const { form } of Object.values(reviews)) expect(form.decision).toBe('reject')
})

test('what no phase asks is a defect, not an answer', async () => {
  const { asked } = await driveTestLab({ cast, settings: { budget: { calls: 1 } } })
  const facts = asked[0]?.facts
  if (!facts) throw new Error('nobody was asked')
  expect(() => cast({ ...facts, ask: 'sing' })).toThrow('nobody in a rehearsal answers sing in literature-review')
})
