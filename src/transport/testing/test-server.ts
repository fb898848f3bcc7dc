import type { LabEvent } from '../../core/events/index.ts'
import type { EventLog } from '../../store/event-log.ts'
import { type ServerInput, startServer } from '../server.ts'

const note = (text: string): LabEvent => ({ type: 'note-add', by: 'test', text })

/** Stores notes 'from' to 'to' in a run, as its driver would. */
export const writeNotes = (log: EventLog, run: string, from: number, to: number, text = ''): void => {
  for (let number = from; number <= to; number++) log.input(run, note(`${number} ${text}`))
}

const control: ServerInput['control'] = {
  pause: () => undefined,
  stop: () => undefined,
  note: () => undefined,
  answer: () => undefined,
  runs: () => [],
}

/** A server on a free port of this machine, with a run r; what it reports as defects is kept. */
export const startTestServer = async ({ log, ...changes }: Partial<ServerInput> & Pick<ServerInput, 'log'>) => {
  if (!log.has('r')) log.create('r')
  const defects: unknown[] = []
  const onDefect = (error: unknown) => {
    defects.push(error)
  }
  const server = await startServer({
    control,
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
