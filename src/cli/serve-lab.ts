import type { Lab } from '../api/index.ts'
import { GalError } from '../core/error.ts'
import type { Signal } from '../lab/parts.ts'
import { type RunningServer, startServer } from '../transport/server.ts'
import type { Io } from './io.ts'
import { labControl } from './lab-control.ts'
import { explain } from './report-error.ts'

export type Served = Pick<RunningServer, 'close' | 'port'> & { banner: string; signal(run: string, signal: Signal): void }

/** Opens the lab to viewers, on the host and port of its configuration. */
export const serveLab = async (lab: Lab, io: Io): Promise<Served> => {
  const { host, port, ui } = lab.config
  const server = await startServer({
    log: lab.log,
    control: labControl(lab),
    host,
    port,
    allowedOrigins: [],
    serverVersion: lab.version,
    onDefect: (error) => {
      for (const line of explain(error).lines) io.err(line)
    },
  })
  return {
    port: server.port,
    close: server.close,
    banner: server.banner[ui.language],
    signal: (run, { key, ...data }) => server.signal(run, key, data),
  }
}

/** The same for a run: a taken port is one line, and the run goes on without viewers. */
export const serveRun = async (lab: Lab, io: Io): Promise<Served | undefined> => {
  if (!lab.config.serve) return undefined
  try {
    return await serveLab(lab, io)
  } catch (error) {
    if (!(error instanceof GalError) || error.code !== 'port-taken') throw error
    io.err(`gal: ${error.message}; the run goes on without viewers`)
    return undefined
  }
}
