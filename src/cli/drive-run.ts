import { join } from 'node:path'
import { type Lab, type RunResult, resume } from '../api/index.ts'
import { GalError } from '../core/error.ts'
import { statusOf } from './exit-status.ts'
import type { Io } from './io.ts'
import type { Options } from './options.ts'
import { printable } from './printable.ts'
import { serveRun } from './serve-lab.ts'
import { serveWords } from './serve-words.ts'
import { createView } from './view/index.ts'

const tellEnd = (io: Io, lab: Lab, run: string, result: RunResult, interrupted: boolean): void => {
  const report = join(lab.folder(run), 'report', 'report.md')
  if ('ended' in result) {
    io.out(`The report: ${report}`)
    return
  }
  io.err(`gal: ${interrupted ? 'interrupted' : printable(result.halted.why)}`)
  if (result.halted.cause === 'question') io.err(`  answer it: gal answer ${run} "<answer>"`)
  io.err(`  go on with it: gal resume ${run}`)
}

/** Drives a run in front of a person: viewers, the live view, the last words, the exit status. */
export const driveRun = async (lab: Lab, run: string, options: Options, io: Io, resumed: boolean): Promise<number> => {
  const server = await serveRun(lab, io)
  if (server && !options.json) {
    io.err(server.banner)
    io.err(serveWords[lab.config.ui.language].open(server.url))
  }
  const view = createView({ io, lab, run, json: options.json === true, plain: options.plain === true })
  // A new run has its settings on the record already; for one that goes on, those given now go before them.
  const changed = resumed ? { sets: options.set ?? [], flags: options.model === undefined ? {} : { model: options.model } } : {}
  try {
    const result = await resume(lab, run, {
      interrupt: io.interrupt,
      ...changed,
      onStored: view.onStored,
      onSignal: (signal) => {
        view.onSignal(signal)
        server?.signal(run, signal)
      },
      onProblem: view.onProblem,
    })
    view.close()
    const interrupted = io.interrupt.aborted
    if (!options.json) tellEnd(io, lab, run, result, interrupted)
    return statusOf(result, interrupted)
  } catch (error) {
    view.close()
    if (error instanceof GalError && error.code !== 'run-driven')
      io.err(`The run is kept. Once that is mended, go on with it: gal resume ${run}`)
    throw error
  } finally {
    view.close()
    await server?.close()
  }
}
