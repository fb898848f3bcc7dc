import { networkInterfaces } from 'node:os'
import { createLabControl, createRunControl, type RunningControl } from '../api/control/lab-control.ts'
import type { Lab } from '../api/index.ts'
import { GalError } from '../core/error.ts'
import { startSettings } from '../lab/config.ts'
import type { Signal } from '../lab/parts.ts'
import { type RunningServer, startServer } from '../transport/server.ts'
import type { Io } from './io.ts'
import { printable } from './printable.ts'
import { explain } from './report-error.ts'
import { serveWords } from './serve-words.ts'
import { type Tokens, tokensFor } from './tokens.ts'

export type Served = Pick<RunningServer, 'port'> & {
  banner: string
  /** Where a browser finds it, as http://…, without a token: on this machine, and on others where they reach it. */
  url: string
  urlForOthers: string
  signal(run: string, signal: Signal): void
  /** Lets go of the runs that are driven for viewers, and then of the viewers. */
  close(): Promise<void>
}

/** Where trouble beside the work is told: on standard error, line by line. */
export const complaints = (io: Io) => ({
  onProblem: (message: string) => io.err(`gal: ${printable(message)}`),
  onDefect: (error: unknown) => {
    for (const line of explain(error).lines) io.err(line)
  },
})

/** The address by which other machines reach this one: its first that is not loopback. */
const outsideAddress = (): string =>
  Object.values(networkInterfaces())
    .flat()
    .find((one) => one !== undefined && !one.internal && one.family === 'IPv4')?.address ?? 'localhost'

/** A host as a browser finds it: addresses that mean every interface are none to go to, and `everywhere` stands for them. */
const hostAs = (host: string, everywhere: string): string => {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (bare === '0.0.0.0' || bare === '::') return everywhere
  return bare.includes(':') ? `[${bare}]` : bare
}

type Serving = { control: RunningControl; tokens: Tokens; onMessage?: (message: string) => void }

const serveWith = async (lab: Lab, io: Io, { control, tokens, ...told }: Serving): Promise<Served> => {
  const { host, port, ui, 'rest-port': restPort, 'allowed-origins': allowedOrigins } = lab.config
  const server = await startServer({
    log: lab.log,
    control,
    host,
    port,
    restPort,
    ...tokens,
    allowedOrigins,
    serverVersion: lab.version,
    startSettings,
    language: ui.language,
    onDefect: complaints(io).onDefect,
    ...told,
  })
  const forget = control.onSignal(server.signal)
  return {
    port: server.port,
    banner: server.banner[ui.language],
    url: `http://${hostAs(host, 'localhost')}:${server.port}`,
    urlForOthers: `http://${hostAs(host, outsideAddress())}:${server.port}`,
    signal: (run, { key, ...data }) => server.signal(run, key, data),
    async close() {
      await control.close()
      forget()
      await server.close()
    },
  }
}

/** Opens the lab to viewers, on the host and port of its configuration; they may begin runs, which this process drives. */
export const serveLab = (lab: Lab, io: Io, tokens: Tokens): Promise<Served> =>
  serveWith(lab, io, {
    control: createLabControl({ lab, ...complaints(io) }),
    tokens,
    // What comes here was made fit for a log by the dialect, which keeps its spaces as they were sent.
    onMessage: (message) => io.out(serveWords[lab.config.ui.language].received(message)),
  })

/** The same for a run: nothing else is driven here. A taken port is one line, and the run goes on without viewers. */
export const serveRun = async (lab: Lab, io: Io): Promise<Served | undefined> => {
  if (!lab.config.serve) return undefined
  try {
    return await serveWith(lab, io, { control: createRunControl({ lab, ...complaints(io) }), tokens: tokensFor({}, io) })
  } catch (error) {
    if (!(error instanceof GalError) || error.code !== 'port-taken') throw error
    io.err(`gal: ${printable(error.message)}; the run goes on without viewers of its own. A gal serve over the same folder shows it`)
    return undefined
  }
}
