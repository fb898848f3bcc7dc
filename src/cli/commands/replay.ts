import { setTimeout as sleep } from 'node:timers/promises'
import { GalError } from '../../core/error.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'
import { createView } from '../view/index.ts'

/** A silence in the record is never longer than this when it is played, in milliseconds. */
const longest = 2000

/** Plays the record of a run in its own time, or some times as fast. */
export const replay = (io: Io, options: Options & { speed?: string }, name = 'latest'): Promise<number> =>
  withLab(options, io, async (lab) => {
    const speed = Number(options.speed ?? 16)
    if (!(speed > 0)) throw new GalError('bad-option', `--speed ${options.speed}: must be a number above 0`, 'gal replay latest --speed 4')
    const run = lab.find(name)
    const view = createView({ io, lab, run, json: options.json === true, plain: options.plain === true })
    let last: number | undefined
    try {
      for (const stored of lab.log.read(run, 0)) {
        const at = Date.parse(stored.at)
        const wait = Math.min(longest, (at - (last ?? at)) / speed)
        last = at
        if (wait > 0) await sleep(wait, undefined, { signal: io.interrupt }).catch(() => undefined)
        if (io.interrupt.aborted) return 130
        view.onStored(stored)
      }
    } finally {
      view.close()
    }
    return 0
  })
