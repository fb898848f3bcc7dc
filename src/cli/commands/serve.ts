import { resolve } from 'node:path'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'
import { writeServeFile } from '../serve-file.ts'
import { serveLab } from '../serve-lab.ts'
import { serveWords } from '../serve-words.ts'
import { tokensFor } from '../tokens.ts'

const untilInterrupted = ({ interrupt }: Io): Promise<void> =>
  new Promise((done) => {
    interrupt.addEventListener('abort', () => done())
    if (interrupt.aborted) done()
  })

/**
 * Lets viewers connect to all runs, also to those that other processes drive, until Ctrl-C; runs that they begin are driven here. With
 * tokens, the addresses to open are printed, and written to gal-serve.json in the folder of runs.
 */
export const serve = (io: Io, options: Options): Promise<number> =>
  withLab(options, io, async (lab) => {
    const tokens = tokensFor(options, io)
    const server = await serveLab(lab, io, tokens)
    const { runs, ui } = lab.config
    const words = serveWords[ui.language]
    const removeFile = writeServeFile(resolve(runs), server.url, tokens)
    try {
      io.out(server.banner)
      io.out(words.open(tokens.token === undefined ? server.url : `${server.url}/?token=${tokens.token}`))
      if (tokens.audienceToken !== undefined) io.out(words.audience(`${server.urlForOthers}/?token=${tokens.audienceToken}`))
      await untilInterrupted(io)
    } finally {
      removeFile()
      await server.close()
    }
    return 0
  })
