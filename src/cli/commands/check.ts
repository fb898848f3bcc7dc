import { checkRecord } from '../../api/check-record.ts'
import { checkStart } from '../../api/check-start.ts'
import type { Io } from '../io.ts'
import { configFor, type Options, withLab } from '../options.ts'

/** Checks the configuration and every prompt; with a run, also that its record is unbroken. */
export const check = async (io: Io, options: Options, name?: string): Promise<number> => {
  const { config, secrets } = configFor(options, io)
  io.out('The configuration is valid.')
  checkStart(config, (secret) => secrets.get(secret) ?? io.env[secret])
  io.out('Every model can be named so, and every prompt has its texts and no slot that nobody fills.')
  if (name === undefined) return 0
  return withLab(options, io, (lab) => {
    const run = lab.find(name)
    const events = checkRecord(lab.log, run)
    io.out(`The record of ${run} is unbroken: ${events} events, each carrying the hash of the one before.`)
    return 0
  })
}
