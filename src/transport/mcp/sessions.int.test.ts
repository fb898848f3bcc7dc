import { McpServer } from '@modelcontextprotocol/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mcpLimits } from './limits.ts'
import { createSessions } from './sessions.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const capabilities = { resources: { subscribe: true, listChanged: true } }
const accept = 'application/json, text/event-stream'
const headers = { 'content-type': 'application/json', accept }
const hello = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } },
}

const open = () => {
  let count = 0
  const defects: unknown[] = []
  const sessions = createSessions({
    createServer: () => new McpServer({ name: 'test', version: '1' }, { capabilities }),
    createId: () => `s${++count}`,
    onDefect: (error) => void defects.push(error),
  })
  const post = (body: object) => new Request('http://localhost/mcp', { method: 'POST', headers, body: JSON.stringify(body) })
  const call = (id: string, body: object) => {
    const request = post(body)
    request.headers.set('mcp-session-id', id)
    return sessions.serve(id, request, body)
  }
  return {
    sessions,
    defects,
    async begin(): Promise<string> {
      const response = await sessions.begin(post(hello), hello)
      return response.headers.get('mcp-session-id') ?? ''
    },
    call,
    statusOf: async (id: string) => (await call(id, { jsonrpc: '2.0', id: 2, method: 'ping' })).status,
    listen(id: string) {
      const gone = new AbortController()
      const request = new Request('http://localhost/mcp', { headers: { accept, 'mcp-session-id': id }, signal: gone.signal })
      return { stream: sessions.serve(id, request, undefined), leave: () => gone.abort() }
    },
  }
}

test('a session that was silent for long is forgotten; each call begins the time anew', async () => {
  const { begin, statusOf } = open()
  const id = await begin()
  vi.advanceTimersByTime(mcpLimits.silence - 1)
  expect(await statusOf(id)).toBe(200)
  vi.advanceTimersByTime(mcpLimits.silence - 1)
  expect(await statusOf(id)).toBe(200)
  vi.advanceTimersByTime(mcpLimits.silence)
  expect(await statusOf(id)).toBe(404)
})

test('a session whose client listens is kept, until that has gone and was silent', async () => {
  const { begin, statusOf, listen } = open()
  const id = await begin()
  const { stream, leave } = listen(id)
  expect((await stream).status).toBe(200)
  vi.advanceTimersByTime(3 * mcpLimits.silence)
  expect(await statusOf(id)).toBe(200)
  leave()
  vi.advanceTimersByTime(2 * mcpLimits.silence)
  expect(await statusOf(id)).toBe(404)
})

test('of too many sessions the one that was silent longest is forgotten', async () => {
  const { begin, statusOf } = open()
  const [first, second] = [await begin(), await begin()]
  for (let count = 2; count < mcpLimits.sessions; count++) await begin()
  expect(await statusOf(first)).toBe(200)
  await begin()
  expect([await statusOf(first), await statusOf(second)]).toEqual([200, 404])
})

test('a client ends its own session, and nothing of it is left', async () => {
  const { sessions, begin, statusOf } = open()
  const id = await begin()
  const ended = await sessions.serve(
    id,
    new Request('http://localhost/mcp', { method: 'DELETE', headers: { 'mcp-session-id': id } }),
    undefined,
  )
  expect(ended.status).toBe(200)
  expect(vi.getTimerCount()).toBe(0)
  expect(await statusOf(id)).toBe(404)
})

test('who follows a resource hears of it on its stream, and nobody else; the end closes the stream', async () => {
  const { sessions, defects, begin, call, listen } = open()
  const [id, other] = [await begin(), await begin()]
  const uri = 'gal://runs'
  await call(id, { jsonrpc: '2.0', id: 3, method: 'resources/subscribe', params: { uri } })
  const streams = [await listen(id).stream, await listen(other).stream].map((response) => response.text())
  sessions.tell({ updated: [uri, 'gal://runs/r/events'], listed: false })
  await call(id, { jsonrpc: '2.0', id: 4, method: 'resources/unsubscribe', params: { uri } })
  sessions.tell({ updated: [uri], listed: true })
  await sessions.close()
  const heard = (await Promise.all(streams)).map((text) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line) => JSON.parse(line.slice(6))),
  )
  const changed = { jsonrpc: '2.0', method: 'notifications/resources/list_changed' }
  expect(heard).toEqual([[{ jsonrpc: '2.0', method: 'notifications/resources/updated', params: { uri } }, changed], [changed]])
  expect(defects).toEqual([])
})

test('one client may follow so many resources and no more', async () => {
  const { begin, call } = open()
  const id = await begin()
  const subscribe = async (place: number) => {
    const response = await call(id, {
      jsonrpc: '2.0',
      id: place,
      method: 'resources/subscribe',
      params: { uri: `gal://runs/r${place}/events` },
    })
    return (await response.json()) as { error?: { code: number } }
  }
  for (let place = 0; place < mcpLimits.subscriptions; place++) await subscribe(place)
  expect((await subscribe(-1)).error).toMatchObject({ code: -32602 })
})
