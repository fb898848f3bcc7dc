import type { RunResult } from '../lab/run.ts'
import type { StoredEvent } from '../store/event-log.ts'
import type { DriveInput, Lab } from './lab.ts'

export { GalError } from '../core/error.ts'
export { type Config, type ConfigInput, type LoadedConfig, loadConfig, whereSet } from '../lab/config.ts'
export type { RunResult } from '../lab/run.ts'
export type { StoredEvent } from '../store/event-log.ts'
export { createLab, type DriveInput, type Lab, type LabInput, type RunSummary } from './lab.ts'
export { createMachine } from './machine.ts'

/** Begins a run on a topic and drives it as far as it goes. */
export const run = async (lab: Lab, topic: string, input: DriveInput): Promise<RunResult & { run: string }> => {
  const name = lab.begin(topic)
  return { run: name, ...(await lab.drive(name, input)) }
}

/** Drives a run on from where it is: after a pause, a stop, an answer, or the death of whoever drove it. */
export const resume = async (lab: Lab, name: string, input: DriveInput): Promise<RunResult & { run: string }> => {
  const found = lab.find(name)
  return { run: found, ...(await lab.drive(found, input)) }
}

/** Every event of a run after `after`, the stored ones and then each as it comes, until the run ends or the signal says so. */
export const tail = (lab: Lab, name: string, { after = 0, signal }: { after?: number; signal: AbortSignal }): AsyncGenerator<StoredEvent> =>
  lab.tail(lab.find(name), after, signal)
