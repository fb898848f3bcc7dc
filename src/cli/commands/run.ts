import { GalError } from '../../core/error.ts'
import { driveRun } from '../drive-run.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'

/** Begins a run: its topic is on the record before anything else is loaded. */
export const run = (io: Io, options: Options, topic?: string): Promise<number> =>
  withLab(options, io, async (lab) => {
    const words = topic ?? lab.config.topic
    if (words === undefined)
      throw new GalError(
        'bad-topic',
        'there is no topic',
        'say it: gal run "Does label smoothing help a small classifier?", or set topic in config.yaml',
      )
    const name = lab.begin(words)
    if (!options.json) io.err(`Run ${name}`)
    return driveRun(lab, name, options, io, false)
  })
