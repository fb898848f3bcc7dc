import { join } from 'node:path'
import { exitStatus, GalError } from '../../core/error.ts'
import { driveRun } from '../drive-run.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'

/** Takes a run up where it is. One that has ended says so, and its exit status is that of its outcome. */
export const resume = (io: Io, options: Options, name = 'latest'): Promise<number> =>
  withLab(options, io, async (lab) => {
    const run = lab.find(name)
    const { outcome } = lab.state(run)
    if (!outcome) {
      if (!options.json) io.err(`Run ${run}`)
      return driveRun(lab, run, options, io, true)
    }
    const hint = 'begin another: gal run "<topic>"'
    if (options.set?.length || options.model !== undefined)
      throw new GalError('run-ended', `the run ${run} has ended (${outcome.kind}); new settings come too late for it`, hint)
    io.err(`The run ${run} has ended (${outcome.kind}); ${hint}`)
    io.out(`The report: ${join(lab.folder(run), 'report', 'report.md')}`)
    return exitStatus[outcome.kind]
  })
