import { GalError } from '../../core/error.ts'
import type { LabControl } from '../../transport/lab-control.ts'
import { promptFolders } from '../check-start.ts'
import type { Lab } from '../lab.ts'
import { readArtifact } from './artifact.ts'
import { createDrives, type Drives } from './drives.ts'
import { createExecutor } from './executor.ts'
import { imageControl } from './image.ts'
import { createOutside } from './outside.ts'
import { nameOf, peopleControl } from './people.ts'
import { startConfig } from './start-config.ts'
import { generateText } from './text.ts'

export type SignalListener = (run: string, key: string, data: Readonly<Record<string, unknown>>) => void

export type ControlInput = {
  lab: Lab
  /** Told in a sentence of what is wrong but not fatal: a source that is down, a call that is tried again. */
  onProblem(message: string): void
  /** Told of a drive that ended in an error. */
  onDefect(error: unknown): void
}

export type RunningControl = LabControl & {
  /** Tells what happens in the runs that are driven here and is not stored. Gives the function that ends it. */
  onSignal(listener: SignalListener): () => void
  /** Interrupts the drives and executions of this process, and waits until they have let go. The lab stays open. */
  close(): Promise<void>
}

/** A run that could not be driven is kept: whoever began it is told so, with its name. */
const driveNew = async (drives: Drives, run: string): Promise<void> => {
  try {
    await drives.drive(run)
  } catch (error) {
    if (!(error instanceof GalError)) throw error
    const hint = `${error.hint === undefined ? '' : `${error.hint}; `}the run is kept: resume ${run} once that is mended`
    throw new GalError(error.code, error.message, hint, { cause: error })
  }
}

/** All that the outside can do to a lab. Runs that are started or resumed through it are driven in this process, a few at a time. */
export const createLabControl = ({ lab, onProblem, onDefect }: ControlInput): RunningControl => {
  const { machine } = lab
  const closing = new AbortController()
  const { signal } = closing
  const listeners = new Set<SignalListener>()
  const drives = createDrives({
    lab,
    onProblem,
    onDefect,
    onSignal: (...told) => {
      for (const listener of listeners) listener(...told)
    },
  })
  const outside = createOutside({ lab, signal, onProblem })
  const executor = createExecutor({ lab, outside, random: machine.random, signal })

  return {
    ...peopleControl(lab),
    greeting: lab.config.ui.greeting,
    promptFolders: promptFolders(lab.config),
    runs: () => lab.runs(),
    run: (run) => lab.summary(lab.find(run)),
    state: (run, at) => lab.view(lab.find(run), at),
    artifact: (run, name) => readArtifact(lab, lab.find(run), name),

    async start({ topic, config: given = {}, key }) {
      const begun = lab.beginOnce({ topic, config: startConfig(lab.config, given), key, check: drives.checkRoom })
      if (begun.begun) await driveNew(drives, begun.run)
      return begun
    },
    async resume(name) {
      const run = lab.find(name)
      const { outcome } = lab.view(run)
      if (outcome) throw new GalError('run-ended', `the run ${run} has already ended (${outcome.kind})`, 'begin another')
      await drives.drive(run)
      return { run }
    },

    agents: () => executor.agents(),
    execute: async (agent, by) => ({ agent, results: await executor.execute(agent, nameOf(by)) }),
    text: (prompt, maxTokens) => generateText({ outside, config: lab.config, fetch: machine.fetch, signal }, prompt, maxTokens),
    ...imageControl(lab, signal),
    async searchPapers(query, limit) {
      const answer = await outside.effects('search').searchPapers(query, limit)
      if (answer.status === 'ok') return answer.papers
      throw new GalError('sources-unavailable', `the sources of papers gave no answer (${answer.status}): ${answer.fault.message}`)
    },

    onSignal(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      closing.abort()
      await Promise.all([drives.close(), executor.close()])
      outside.close()
    },
  }
}

const elsewhere = async (): Promise<never> => {
  throw new GalError('not-here', 'this process drives one run: gal serve takes new ones', 'start gal serve, and ask there')
}

/** The same for a process that drives a run of its own and takes no others. */
export const createRunControl = (input: ControlInput): RunningControl => ({
  ...createLabControl(input),
  start: elsewhere,
  resume: elsewhere,
})
