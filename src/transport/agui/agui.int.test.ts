import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import type { LabEvent } from '../../core/events/index.ts'
import { createViewerState } from '../../core/viewer/create-viewer-state.ts'
import type { EventLog } from '../../store/event-log.ts'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { controlFor } from '../http/control-for.ts'
import { follow } from '../http/follow.ts'
import { createHttpHandler } from '../http/handler.ts'
import type { LabControl, RunSummary } from '../lab-control.ts'
import { standInControl, summaryOf } from '../testing/stand-in-control.ts'
import { aguiWithin } from './index.ts'

const start: LabEvent = { type: 'run-start', topic: 'Does it help?', seed: 1, language: 'en', version: '0', config: {}, configHash: 'h' }
const driven = { pid: 1, host: 'here' }

type Given = { log?: EventLog; streams?: number; heartbeat?: number; summary?: () => Partial<RunSummary>; changes?: Partial<LabControl> }

/** POST /agui over the log of a run r, which a stand-in says to be driven. */
const serve = async ({ log = createMemoryEventLog(), streams = 4, heartbeat = 20, summary = () => ({}), changes = {} }: Given = {}) => {
  log.create('r', start)
  const control = standInControl({
    run: () => ({ ...summaryOf('r'), status: 'running', driver: driven, ...summary() }),
    state: () => ({ ...createViewerState('r'), topic: 'Does it help?' }),
    ...changes,
  })
  const defects: unknown[] = []
  const handler = createHttpHandler(
    {
      log,
      version: '0',
      controlFor: () => controlFor(control)('full'),
      follow: (run, after, signal) => follow(log, run, after, signal),
      onSignal: () => () => undefined,
      url: () => 'http://127.0.0.1',
      onDefect: (error) => void defects.push(error),
    },
    { host: '127.0.0.1', allowedOrigins: [], token: undefined, audienceToken: undefined },
    [{ path: '', load: async () => aguiWithin({ streams, heartbeat }) }],
  )
  const server = createServer(handler.handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    await handler.close()
    server.close()
    expect(defects).toEqual([])
  })
  const { port } = server.address() as AddressInfo
  return { log, url: `http://127.0.0.1:${port}/agui`, port, close: handler.close }
}

const body = JSON.stringify({ threadId: 'r', runId: '1', messages: [], tools: [], context: [], state: {}, forwardedProps: {} })
const post = (url: string) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
const eventsIn = (text: string) =>
  text.split('\n\n').flatMap((part) => (part.startsWith('data: ') ? [JSON.parse(part.slice(6)) as { type: string; code?: string }] : []))
const lastOf = async (url: string) => eventsIn(await (await post(url)).text()).at(-1)

test('a run whose driver dies without a word ends its stream, after all that it wrote', async () => {
  let driver: typeof driven | null = driven
  const { url, log } = await serve({ summary: () => ({ driver }) })
  const response = await post(url)
  const { lease } = log.acquire('r', { pid: 1, started: '0', host: 'here' }) as { lease: Parameters<EventLog['append']>[0] }
  log.append(lease, [{ type: 'phase-start', phase: 'literature-review', attempt: 1 }], 1)
  driver = null
  const events = eventsIn(await response.text())
  expect(events.map(({ type }) => type)).toEqual([
    'RUN_STARTED',
    'MESSAGES_SNAPSHOT',
    'STATE_SNAPSHOT',
    'STEP_STARTED',
    'STATE_DELTA',
    'STEP_FINISHED',
    'RUN_ERROR',
  ])
  expect(events.at(-1)).toMatchObject({ code: 'interrupted' })
})

test('a run that nobody drives is taken up for whoever looks at it', async () => {
  let driver: typeof driven | null = null
  const asked: string[] = []
  const { url, log } = await serve({
    summary: () => ({ driver, status: driver ? 'running' : 'interrupted' }),
    changes: {
      async resume(run, by) {
        asked.push(`${run} by ${by}`)
        driver = driven
        return { run }
      },
    },
  })
  const response = await post(url)
  const { lease } = log.acquire('r', { pid: 1, started: '0', host: 'here' }) as { lease: Parameters<EventLog['append']>[0] }
  log.append(lease, [{ type: 'run-end', outcome: { kind: 'complete' } }], 1)
  expect(eventsIn(await response.text()).at(-1)).toMatchObject({ type: 'RUN_FINISHED', outcome: { type: 'success' } })
  expect(asked).toEqual(['r by ag-ui'])
})

test('or it is said why it cannot be', async () => {
  const refuse = async () => {
    throw new GalError('too-many-runs', '4 runs are driven here already', 'wait')
  }
  const { url } = await serve({ summary: () => ({ driver: null, status: 'interrupted' }), changes: { resume: refuse } })
  expect(await lastOf(url)).toMatchObject({ type: 'RUN_ERROR', code: 'too-many-runs', message: '4 runs are driven here already' })
})

test('a run that ended in failure is told of as a failure', async () => {
  const { url, log } = await serve()
  const { lease } = log.acquire('r', { pid: 1, started: '0', host: 'here' }) as { lease: Parameters<EventLog['append']>[0] }
  log.append(lease, [{ type: 'run-end', outcome: { kind: 'failed', why: 'no program ran' } }], 1)
  expect(await lastOf(url)).toMatchObject({ type: 'RUN_ERROR', code: 'run-failed', message: 'no program ran' })
})

test('more streams than there may be are refused before anything is done', async () => {
  const { url } = await serve({ streams: 1 })
  const first = await post(url)
  const second = await post(url)
  expect(second.status).toBe(503)
  expect(second.headers.get('retry-after')).not.toBeNull()
  await first.body?.cancel()
})

test('streams end when the server closes', async () => {
  const { url, close } = await serve()
  const response = await post(url)
  await close()
  expect(eventsIn(await response.text())).toHaveLength(3)
})

test('nothing more is read from the log than a slow reader takes', async () => {
  const log = createMemoryEventLog()
  let read = 0
  const counting: EventLog = {
    ...log,
    read: (run, after, limit) => {
      const rows = log.read(run, after, limit)
      read = Math.max(read, rows.at(-1)?.seq ?? 0)
      return rows
    },
  }
  const { port } = await serve({ log: counting, heartbeat: 60_000 })
  const sent = request({ host: '127.0.0.1', port, path: '/agui', method: 'POST', headers: { 'content-type': 'application/json' } })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
  response.pause()
  const count = 5000
  for (let note = 0; note < count; note++) log.input('r', { type: 'note-add', by: 'test', text: `${note} ${'long '.repeat(780)}` })
  // It reads until the buffers between the two are full, and then no more.
  let before = -1
  while (before !== read) {
    before = read
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(read).toBeGreaterThan(1)
  expect(read).toBeLessThan(count)
  let seen = 0
  let rest = ''
  response.setEncoding('utf8').on('data', (text: string) => {
    const parts = `${rest}${text}`.split('\n\n')
    rest = parts.pop() ?? ''
    seen += parts.filter((part) => part.includes('TEXT_MESSAGE_END')).length
    if (seen === count) response.destroy()
  })
  response.resume()
  await once(response, 'close')
  expect(seen).toBe(count)
})
