import { type ServerInput, startServer } from '../server.ts'
import { standInControl } from './stand-in-control.ts'

/** A server on a free port of this machine, with a run r; what it reports as defects is kept. */
export const startTestServer = async ({ log, ...changes }: Partial<ServerInput> & Pick<ServerInput, 'log'>) => {
  if (!log.has('r')) log.create('r')
  const defects: unknown[] = []
  const onDefect = (error: unknown) => {
    defects.push(error)
  }
  const server = await startServer({
    control: standInControl(),
    host: '127.0.0.1',
    port: 0,
    allowedOrigins: [],
    serverVersion: '0.0.1',
    onDefect,
    ...changes,
    log,
  })
  return { ...server, log, defects, url: server.urls[0] ?? '' }
}
