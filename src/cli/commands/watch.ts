import { tail } from '../../api/index.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'
import { createView } from '../view/index.ts'

/** Shows a run as it goes, whoever drives it, from its beginning to its end or to Ctrl-C. */
export const watch = (io: Io, options: Options, name = 'latest'): Promise<number> =>
  withLab(options, io, async (lab) => {
    const run = lab.find(name)
    const view = createView({ io, lab, run, json: options.json === true, plain: options.plain === true })
    try {
      for await (const stored of tail(lab, run, { signal: io.interrupt })) view.onStored(stored)
    } finally {
      view.close()
    }
    return 0
  })
