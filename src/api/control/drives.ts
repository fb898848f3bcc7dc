import { GalError } from '../../core/error.ts'
import type { Lab } from '../lab.ts'

/** More at once would take each other's time: each of them asks models and runs programs on this one machine. */
export const mostDriven = 4

export type DrivesInput = {
  lab: Pick<Lab, 'drive'>
  onSignal(run: string, key: string, data: Readonly<Record<string, unknown>>): void
  /** Told in a sentence of what is wrong but not fatal. */
  onProblem(message: string): void
  /** Told of a drive that ended in an error after it had begun. */
  onDefect(error: unknown): void
}

/** The runs that this process drives beside what else it does. */
export type Drives = {
  /** Throws GalError `too-many-runs`, or `not-here` when this process is closing. */
  checkRoom(): void
  /** Resolves once the driver is at work; rejects when it cannot begin, with the GalError of Lab.drive. */
  drive(run: string): Promise<void>
  /** Interrupts all of them, and waits until each has let go of its run. */
  close(): Promise<void>
}

export const createDrives = ({ lab, onSignal, onProblem, onDefect }: DrivesInput): Drives => {
  const interrupt = new AbortController()
  const driven = new Set<Promise<void>>()

  const checkRoom = () => {
    if (interrupt.signal.aborted) throw new GalError('not-here', 'this process is closing', 'ask again when gal serve is back')
    if (driven.size >= mostDriven)
      throw new GalError('too-many-runs', `${mostDriven} runs are driven here already`, 'wait until one ends, or stop one')
  }

  const drive = async (run: string): Promise<void> => {
    checkRoom()
    const { promise: atWork, resolve, reject } = Promise.withResolvers<void>()
    let begun = false
    const begin = () => {
      begun = true
      resolve()
    }
    const going = lab
      .drive(run, {
        interrupt: interrupt.signal,
        onSignal: ({ key, ...data }) => onSignal(run, key, data),
        onStored: begin,
        onProblem,
      })
      .then(begin)
      .catch((error: unknown) => {
        if (begun) onDefect(error)
        else reject(error)
      })
      .finally(() => driven.delete(going))
    driven.add(going)
    return atWork
  }

  return {
    checkRoom,
    drive,
    async close() {
      interrupt.abort()
      await Promise.all(driven)
    },
  }
}
