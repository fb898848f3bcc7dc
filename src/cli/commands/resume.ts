import { driveRun } from '../drive-run.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'

/** Takes a run up where it is. One that has ended says so, and its exit status is that of its outcome. */
export const resume = (io: Io, options: Options, name = 'latest'): Promise<number> =>
  withLab(options, io, async (lab) => {
    const run = lab.find(name)
    if (!options.json) io.err(`Run ${run}`)
    return driveRun(lab, run, options, io, true)
  })
