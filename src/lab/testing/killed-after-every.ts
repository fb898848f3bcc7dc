import { expect } from 'vitest'
import type { LabEvent } from '../../core/events/index.ts'
import { createMemoryDisk } from '../../store/memory-event-log.ts'
import { eventsOf } from './events-of.ts'
import { driveTestLab } from './test-lab.ts'

/** What a run comes to, whoever drove it. */
const ofDrivers = (events: LabEvent[]) =>
  events.filter(({ type }) => type !== 'run-resume' && type !== 'model-choose' && type !== 'run-halt')

/** A short run visits every kind of event; every `step`th of its events is the last one once, and a second driver ends the run. */
export const killedAfterEvery = async (step: number): Promise<void> => {
  const phaseSettings = { 'running-experiments': { rounds: 2 }, 'report-writing': { edits: 1 }, 'report-refinement': { reviewers: 2 } }
  const whole = await driveTestLab({ phaseSettings })
  const expected = ofDrivers(eventsOf(whole.disk))
  const bought = expected.filter(({ type }) => type === 'turn-reply').length
  for (let room = 2; room < eventsOf(whole.disk).length; room += step) {
    const disk = createMemoryDisk()
    await expect(driveTestLab({ disk, room, phaseSettings })).rejects.toThrow(/died/)
    const stored = eventsOf(disk).filter(({ type }) => type === 'turn-reply').length
    const { asked } = await driveTestLab({ disk, phaseSettings })
    const events = ofDrivers(eventsOf(disk))
    // Roles that speak side by side are stored in the order in which they answer: the same events, perhaps in another order.
    expect(events.map((event) => JSON.stringify(event)).sort(), `killed after event ${room}`).toEqual(
      expected.map((event) => JSON.stringify(event)).sort(),
    )
    expect(stored + asked.length, `killed after event ${room}`).toBe(bought)
  }
}
