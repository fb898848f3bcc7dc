import { startServer } from '../../src/transport/server.ts'
import { standInControl } from '../../src/transport/testing/stand-in-control.ts'
import { noteOf, openNotes } from './log-of-notes.ts'
import { serveTicks } from './serve-ticks.ts'

/** gal's server on a database of its own; each tick is an event that is stored, and then sent. */
const { log, append } = openNotes(process.argv[2] ?? '')
const server = await startServer({
  log,
  control: standInControl(),
  host: '127.0.0.1',
  port: 0,
  allowedOrigins: [],
  serverVersion: '0',
  onDefect: (error) => {
    throw error
  },
})
serveTicks(server.port, (due) => append([noteOf(due)]))
