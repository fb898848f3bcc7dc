import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import type { LabControl } from '../lab-control.ts'
import { standInControl } from '../testing/stand-in-control.ts'
import { writeNotes } from '../testing/write-notes.ts'
import { serveMcpOverStdio } from './stdio.ts'

type Message = { id?: number; method?: string; params?: { uri?: string }; result?: Record<string, unknown> }

const open = (changes: Partial<LabControl> = {}, signal = new AbortController().signal) => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const log = createMemoryEventLog()
  log.create('r')
  const defects: unknown[] = []
  const onDefect = (error: unknown) => void defects.push(error)
  const served = serveMcpOverStdio({ control: standInControl(changes), log, version: '0.0.1', input, output, signal, onDefect })
  const lines = output.setEncoding('utf8')[Symbol.asyncIterator]()
  let rest = ''
  /** The next message that gal writes. */
  const next = async (): Promise<Message> => {
    while (!rest.includes('\n')) rest += (await lines.next()).value
    const end = rest.indexOf('\n')
    const message = JSON.parse(rest.slice(0, end)) as Message
    rest = rest.slice(end + 1)
    return message
  }
  const send = (message: object) => void input.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  return { input, log, defects, served, next, send }
}

const hello = {
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 't', version: '1' } },
}
const envelope = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 't', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}

test('it ends when the client closes its end, and at once when it was called off before', async () => {
  const { input, served, send, next } = open()
  send(hello)
  expect(await next()).toMatchObject({ id: 1, result: { protocolVersion: '2025-11-25' } })
  input.end()
  await served
  await open({}, AbortSignal.abort()).served
})

test('a client of an older revision hears of what it subscribed to', async () => {
  const { input, log, served, send, next } = open()
  send(hello)
  await next()
  send({ id: 2, method: 'resources/subscribe', params: { uri: 'gal://runs/r/events' } })
  await next()
  writeNotes(log, 'r', 1, 1)
  expect(await next()).toMatchObject({ method: 'notifications/resources/updated', params: { uri: 'gal://runs/r/events' } })
  input.end()
  await served
})

test('a client of the current revision hears of what it listens to', async () => {
  const { input, log, served, send, next } = open()
  const notifications = { resourceSubscriptions: ['gal://runs'] }
  send({ id: 1, method: 'subscriptions/listen', params: { notifications, _meta: envelope } })
  expect(await next()).toMatchObject({ method: 'notifications/subscriptions/acknowledged' })
  writeNotes(log, 'r', 1, 1)
  expect(await next()).toMatchObject({ method: 'notifications/resources/updated', params: { uri: 'gal://runs' } })
  input.end()
  await served
})

test('a defect is told to gal and not written', async () => {
  const defect = new Error('inside')
  const { input, defects, served, send, next } = open({
    runs: () => {
      throw defect
    },
  })
  send(hello)
  await next()
  send({ id: 2, method: 'tools/call', params: { name: 'list_runs', arguments: {} } })
  expect(JSON.stringify(await next())).not.toContain('inside')
  expect(defects).toEqual([defect])
  input.end()
  await served
})
