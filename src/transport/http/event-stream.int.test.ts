import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeNotes } from '../testing/write-notes.ts'
import type { HttpContext } from './context.ts'
import { follow } from './follow.ts'
import { createHttpHandler } from './handler.ts'
import { httpLimits } from './limits.ts'
import { runEventsWithin } from './routes/run-events.ts'
import { ask } from './testing/ask.ts'
import { type RestLab, startRestLab } from './testing/rest-lab.ts'

let lab: RestLab
beforeEach(async () => {
  lab = await startRestLab()
})
afterEach(async () => {
  await lab.close()
  expect(lab.defects).toEqual([])
})

type Message = { id?: string; event?: string; data?: string }

const messageOf = (block: string): Message =>
  Object.fromEntries(block.split('\n').flatMap((line) => (line.startsWith(':') ? [] : [line.split(/: (.*)/s).slice(0, 2)])))

/** Opens a stream; `until` reads on until a message fits. */
const open = async (path = '/v1/runs/latest/events', headers: Record<string, string> = {}, port = lab.port) => {
  const sent = request({ host: '127.0.0.1', port, path, headers: { accept: 'text/event-stream', ...headers } })
  sent.end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  response.setEncoding('utf8')
  const messages: Message[] = []
  async function* read(): AsyncGenerator<Message> {
    let text = ''
    for await (const chunk of response) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) yield messageOf(block)
    }
  }
  const reading = read()
  const until = async (fits: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const { value, done } = await reading.next()
      if (done) throw new Error('the stream ended')
      messages.push(value)
      if (fits(value)) return value
    }
  }
  return { response, messages, until, hangUp: () => sent.destroy() }
}
const isCaughtUp = ({ event }: Message) => event === 'caught-up'
const hasId = (id: number) => (message: Message) => message.id === `${id}`
const idsOf = (messages: readonly Message[]) => messages.flatMap(({ id }) => (id === undefined ? [] : [Number(id)]))
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, place) => from + place)

test('a stream brings what is stored, then says so, then what comes, each once and in order', async () => {
  const stream = await open('/v1/runs/latest/events?after=3')
  expect([stream.response.statusCode, stream.response.headers['content-type']]).toEqual([200, 'text/event-stream'])
  const { data = '' } = await stream.until(isCaughtUp)
  expect([idsOf(stream.messages), JSON.parse(data)]).toEqual([range(4, 12), { run: 'r', seq: 12 }])
  writeNotes(lab.log, 'r', 13, 600)
  const last = await stream.until(hasId(600))
  expect(JSON.parse(last.data ?? '')).toMatchObject({ run: 'r', seq: 600, event: { type: 'note-add', text: '600 ' } })
  expect(idsOf(stream.messages)).toEqual(range(4, 600))
  expect(stream.messages.filter(isCaughtUp)).toHaveLength(1)
  stream.hangUp()
})

test('a stream that was lost goes on after Last-Event-ID, also at the end of the log', async () => {
  const again = await open('/v1/runs/r/events?after=0', { 'last-event-id': '10' })
  await again.until(isCaughtUp)
  expect(idsOf(again.messages)).toEqual([11, 12])
  const atEnd = await open('/v1/runs/r/events', { 'last-event-id': '12' })
  await atEnd.until(isCaughtUp)
  expect(idsOf(atEnd.messages)).toEqual([])
  for (const { hangUp } of [again, atEnd]) hangUp()
})

test('what a stream cannot be is a problem, as elsewhere', async () => {
  const headers = { accept: 'text/event-stream' }
  expect((await ask(lab.port, '/v1/runs/nowhere/events', { headers })).status).toBe(404)
  expect((await ask(lab.port, '/v1/runs/r/events?after=99', { headers })).status).toBe(404)
  const head = await ask(lab.port, '/v1/runs/r/events', { headers, method: 'HEAD' })
  expect([head.status, head.headers['content-type']]).toEqual([200, 'text/event-stream'])
})

test('a client that takes nothing is waited for: the log is not read on for it', async () => {
  writeNotes(lab.log, 'r', 13, 3000, 'x'.repeat(10_000))
  const read = vi.spyOn(lab.log, 'read')
  const rowsRead = () => read.mock.results.reduce((sum, { value }) => sum + (value as unknown[]).length, 0)
  const stream = await open('/v1/runs/r/events')
  stream.response.pause()
  let before = -1
  // What the sockets of both sides hold is read; then the count stands still.
  while (rowsRead() !== before) {
    before = rowsRead()
    for (let round = 0; round < 20; round++) await ask(lab.port, '/healthz')
  }
  expect(before).toBeLessThan(2500)
  await stream.until(isCaughtUp)
  expect(idsOf(stream.messages)).toEqual(range(1, 3000))
  stream.hangUp()
})

test(`more than ${httpLimits.streams} streams are refused, until one of them ends`, async () => {
  const streams = await Promise.all(range(1, httpLimits.streams).map(() => open('/v1/runs/r/events?after=12')))
  const headers = { accept: 'text/event-stream' }
  const refused = await ask(lab.port, '/v1/runs/r/events', { headers })
  expect([refused.status, JSON.parse(refused.body).code, refused.headers['retry-after']]).toEqual([503, 'too-many-streams', '5'])
  expect((await ask(lab.port, '/v1/runs/r/events')).status).toBe(200)
  streams[0]?.hangUp()
  await vi.waitFor(async () => {
    const next = await open('/v1/runs/r/events?after=12')
    expect(next.response.statusCode).toBe(200)
    next.hangUp()
  })
  for (const { hangUp } of streams) hangUp()
})

test('a silent stream is told now and then that it is still one', async () => {
  const { log, control } = lab
  const context: HttpContext = {
    log,
    controlFor: () => control,
    follow: (run, after, signal) => follow(log, run, after, signal),
    onSignal: () => () => undefined,
    version: '',
    url: () => '',
    onDefect: (error) => void lab.defects.push(error),
  }
  const rules = { host: '127.0.0.1', allowedOrigins: [], token: undefined }
  const handler = createHttpHandler(context, rules, [{ path: '', load: async () => runEventsWithin({ streams: 1, heartbeat: 20 }) }])
  const server = createServer(handler.handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stream = await open('/v1/runs/r/events', {}, (server.address() as AddressInfo).port)
  const comment = await stream.until((message) => Object.keys(message).length === 0)
  expect([comment, idsOf(stream.messages)]).toEqual([{}, range(1, 12)])
  stream.hangUp()
  await handler.close()
  server.closeAllConnections()
  server.close()
})

test('closing the server ends the streams, and the log is no longer watched for who went', async () => {
  const closing = await startRestLab()
  const watch = vi.spyOn(closing.log, 'watch')
  const sent = request({ host: '127.0.0.1', port: closing.port, path: '/v1/runs/r/events', headers: { accept: 'text/event-stream' } }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  response.resume()
  // The server may end the stream or cut the connection; either is an end.
  const gone = new Promise((resolve) => response.on('close', resolve).on('error', () => undefined))
  await closing.close()
  await gone
  expect(watch).toHaveBeenCalledTimes(1)
  expect(closing.defects).toEqual([])
})
