import { createLabControl } from '../../api/control/lab-control.ts'
import type { Io } from '../io.ts'
import { type Options, withLab } from '../options.ts'
import { complaints } from '../serve-lab.ts'

/** Serves the lab over MCP on standard input and output, which belong to the protocol alone, until the other side closes them or Ctrl-C. */
export const mcp = (io: Io, options: Options): Promise<number> =>
  withLab(options, io, async (lab) => {
    const { serveMcpOverStdio } = await import('../../transport/mcp/stdio.ts')
    const control = createLabControl({ lab, ...complaints(io) })
    try {
      await serveMcpOverStdio({
        control,
        log: lab.log,
        version: lab.version,
        input: process.stdin,
        output: process.stdout,
        signal: io.interrupt,
        onDefect: complaints(io).onDefect,
      })
    } finally {
      await control.close()
    }
    return 0
  })
