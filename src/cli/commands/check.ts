import { packagePrompts } from '../../api/open-parts.ts'
import { GalError } from '../../core/error.ts'
import { checkPrompts } from '../../lab/check-prompts.ts'
import { loadPrompts } from '../../lab/prompts.ts'
import type { Io } from '../io.ts'
import { configFor, type Options, withLab } from '../options.ts'

/** Checks the configuration and every prompt; with a run, also that its record is unbroken. */
export const check = async (io: Io, options: Options, name?: string): Promise<number> => {
  const { config } = configFor(options, io)
  io.out('The configuration is valid.')
  const problems = checkPrompts(loadPrompts([...(config.prompts === undefined ? [] : [config.prompts]), packagePrompts]))
  if (problems.length) throw new GalError('bad-prompt', problems.join('\n'), "a file in your prompts folder stands in for gal's whole file of that name")
  io.out('Every prompt has its texts, and no slot that nobody fills.')
  if (name === undefined) return 0
  return withLab(options, io, (lab) => {
    const run = lab.find(name)
    const verdict = lab.log.verify(run)
    if (!verdict.ok) throw new GalError('bad-record', `the record of ${run} is broken at event ${verdict.seq}: ${verdict.why}`, 'it was changed outside gal; use a copy of the database')
    io.out(`The record of ${run} is unbroken: ${verdict.head} events, each carrying the hash of the one before.`)
    return 0
  })
}
