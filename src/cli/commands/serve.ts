import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'
import { serveLab } from '../serve-lab.ts'

/** Lets viewers connect to all runs, also to those that other processes drive, until Ctrl-C. */
export const serve = (io: Io, options: Options): Promise<number> =>
  withLab(options, io, async (lab) => {
    const server = await serveLab(lab, io)
    io.out(server.banner)
    await new Promise<void>((resolve) => {
      io.interrupt.addEventListener('abort', () => resolve())
      if (io.interrupt.aborted) resolve()
    })
    await server.close()
    return 0
  })
