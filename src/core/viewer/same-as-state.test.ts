import fc from 'fast-check'
import { expect, test } from 'vitest'
import { driveTestLab, run } from '../../lab/testing/test-lab.ts'
import { createMemoryDisk, createMemoryEventLog } from '../../store/memory-event-log.ts'
import { fold, type LabEvent } from '../events/index.ts'
import { createState } from '../state.ts'
import { createViewerState, foldViewer } from './fold.ts'
import { factsOfState, factsOfView } from './testing/facts.ts'
import type { LogRow } from './testing/long-log.ts'

const phaseSettings = { 'running-experiments': { rounds: 2 }, 'report-writing': { edits: 1 }, 'report-refinement': { reviewers: 2 } }

/** The events of a run that died after `room` of them and was taken up again. */
const diedAfter = async (room: number): Promise<LabEvent[]> => {
  const disk = createMemoryDisk()
  await expect(driveTestLab({ disk, room, phaseSettings, settings: { questions: 2 } })).rejects.toThrow(/died/)
  await driveTestLab({ disk, phaseSettings })
  return createMemoryEventLog({ disk })
    .read(run, 0)
    .map(({ event }) => event)
}

/** What may happen between any two events of a driver. */
const between = fc.constantFrom<readonly LabEvent[]>(
  [{ type: 'pause-ask', by: 'anna' }],
  [{ type: 'stop-ask', by: 'bea' }],
  [{ type: 'note-add', by: 'anna', text: 'be quick' }],
  [{ type: 'answer-give', by: 'anna', question: 'q', answer: 'yes' }],
  [{ type: 'question-ask', id: 'q', text: '?', options: [], blocks: false }],
  [
    { type: 'question-ask', id: 'held', text: '?', options: [], blocks: true },
    { type: 'answer-give', by: 'anna', question: 'held', answer: 'yes' },
  ],
  [
    { type: 'pause-ask', by: 'anna' },
    { type: 'run-halt', cause: 'pause', why: 'paused by anna' },
    { type: 'note-add', by: 'anna', text: 'meanwhile' },
    { type: 'run-resume', generation: 3 },
  ],
  [
    { type: 'stop-ask', by: 'bea' },
    { type: 'pause-ask', by: 'anna' },
    { type: 'run-halt', cause: 'stop', why: 'stopped by bea' },
    { type: 'run-resume', generation: 4 },
  ],
  [
    { type: 'run-halt', cause: 'stop', why: 'interrupted' },
    { type: 'run-resume', generation: 5 },
  ],
)

test('what viewers show is what the state says, after every event of runs that died, with people in between and any clock', async () => {
  const logs = await Promise.all([3, 20, 51, 90, 120].map(diedAfter))
  const extra = fc.array(fc.record({ place: fc.nat({ max: 200 }), events: between }), { maxLength: 8 })
  const steps = fc.array(fc.integer({ min: -20, max: 5000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.nat({ max: logs.length - 1 }), extra, steps, (chosen, extras, apart) => {
      const events = logs[chosen] ?? []
      const mixed = extras.reduce((list, { place, events: put }) => list.toSpliced(Math.min(place, list.length - 1) + 1, 0, ...put), events)
      let now = Date.UTC(2026, 0, 1)
      const rows = mixed.map((event, place): LogRow => {
        now += apart[place % apart.length] ?? 0
        return { seq: place + 1, at: new Date(now).toISOString(), event }
      })
      const state = createState()
      let view = createViewerState(run)
      for (const row of rows) {
        fold(state, [row])
        view = foldViewer(view, row)
        expect(factsOfView(view)).toEqual(factsOfState(state))
      }
    }),
    { numRuns: 20 },
  )
}, 120_000)
