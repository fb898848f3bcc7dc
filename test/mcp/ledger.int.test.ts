import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptFolder } from '../support/temporary.ts'
import { type Served, serveMcp } from './serve-mcp.ts'

let served: Served
beforeAll(async () => {
  served = await serveMcp(keptFolder())
})
afterAll(() => served.stop())

type Rpc = {
  result?: { [key: string]: unknown; protocolVersion?: string; capabilities?: object; serverInfo?: object }
  error?: { code: number; message: string }
  id?: unknown
}

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(served.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
const call = async (method: string, params: object = {}, headers: Record<string, string> = {}): Promise<Rpc> => {
  const answer = await post(JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }), headers)
  return (await answer.json()) as Rpc
}
const list = async (method: string, key: string): Promise<{ [key: string]: unknown }[]> =>
  ((await call(method)).result?.[key] ?? []) as { [key: string]: unknown }[]
const initialize = (protocolVersion: string) =>
  call('initialize', { protocolVersion, capabilities: {}, clientInfo: { name: 'test', version: '1' } })

const envelope = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}
const current = (method: string, params: object = {}, name?: string) =>
  call(
    method,
    { ...params, _meta: envelope },
    { 'mcp-protocol-version': '2026-07-28', 'mcp-method': method, ...(name === undefined ? {} : { 'mcp-name': name }) },
  )

describe('2.3 /mcp speaks JSON-RPC 2.0', () => {
  test.each(['{bad', '', '"\\ud800', '[1,'])('%j is answered with -32700', async (body) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ jsonrpc: '2.0', id: null, error: { code: -32700 } })
  })

  test('a method that there is not is answered with -32601 and the id that was sent', async () => {
    expect(await call('no/such/method')).toMatchObject({ id: 7, error: { code: -32601 } })
    expect(await current('no/such/method')).toMatchObject({ id: 7, error: { code: -32601 } })
  })

  test('a notification is answered with 202 and no body', async () => {
    const answer = await post('{"jsonrpc":"2.0","method":"notifications/initialized"}')
    expect([answer.status, await answer.text()]).toEqual([202, ''])
  })

  test('a body that is nested without an end, or too long, is refused and the server lives on', async () => {
    const deep = await post(`{"jsonrpc":"2.0","id":1,"method":"ping","params":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`)
    expect(await deep.json()).toMatchObject({ error: { code: -32600 } })
    const long = await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { text: 'x'.repeat(2 * 1024 * 1024) } }))
    expect(long.status).toBe(413)
    expect(await call('ping')).toMatchObject({ result: {} })
  })

  test('a body that is not said to be JSON is answered with 415', async () => {
    expect((await post('{"jsonrpc":"2.0","id":1,"method":"ping"}', { 'content-type': 'text/plain' })).status).toBe(415)
  })
})

describe('2.4 initialize negotiates the version', () => {
  test.each(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])('%s is echoed', async (version) => {
    const { result } = await initialize(version)
    expect(result?.protocolVersion).toBe(version)
    expect(result?.serverInfo).toMatchObject({ name: 'gal', version: expect.stringMatching(/^\d/) })
    expect(result?.capabilities).toMatchObject({ tools: {}, prompts: {}, resources: { subscribe: true, listChanged: true } })
  })

  test('a revision that nobody knows gets the newest of those that initialize', async () => {
    expect((await initialize('1999-01-01')).result?.protocolVersion).toBe('2025-11-25')
  })

  test('2026-07-28 is served without a session: server/discover, then calls', async () => {
    expect((await current('server/discover')).result).toMatchObject({
      supportedVersions: ['2026-07-28'],
      capabilities: { tools: {}, prompts: {}, resources: { subscribe: true, listChanged: true } },
    })
    expect((await current('tools/call', { name: 'list_runs', arguments: {} }, 'list_runs')).result).toMatchObject({
      structuredContent: { runs: [], total: 0 },
    })
  })
})

describe('what there is:', () => {
  test('2.5 prompts/list names prompts, the same twice', async () => {
    const prompts = await list('prompts/list', 'prompts')
    expect(prompts.length).toBeGreaterThan(0)
    for (const prompt of prompts) expect(prompt).toMatchObject({ name: expect.stringMatching(/^\w+$/), description: expect.any(String) })
    expect(await list('prompts/list', 'prompts')).toEqual(prompts)
  })

  test('2.6 resources/list gives a uri and a name each, the same twice', async () => {
    const resources = await list('resources/list', 'resources')
    expect(resources.length).toBeGreaterThan(0)
    for (const resource of resources) expect(resource).toMatchObject({ uri: expect.stringMatching(/^gal:/), name: expect.any(String) })
    expect(await list('resources/list', 'resources')).toEqual(resources)
  })

  test('2.7 tools/list gives an object as the input of each, the same twice', async () => {
    const tools = await list('tools/list', 'tools')
    expect(tools.map(({ name }) => name)).toEqual([
      'start_run',
      'run_status',
      'list_runs',
      'answer_question',
      'stop_run',
      'pause_run',
      'resume_run',
      'note_run',
      'search_papers',
      'list_agents',
      'execute_agent',
    ])
    for (const tool of tools) expect(tool).toMatchObject({ inputSchema: { type: 'object' }, outputSchema: { type: 'object' } })
    expect(await list('tools/list', 'tools')).toEqual(tools)
  })
})

describe('2.8 plain JSON clients', () => {
  test.each([
    ['*/*', { accept: '*/*' }],
    ['application/json', { accept: 'application/json' }],
    ['both', { accept: 'application/json, text/event-stream' }],
  ])('are answered with JSON when they accept %s', async (_, headers) => {
    for (const method of ['initialize', 'tools/list']) {
      const params =
        method === 'initialize' ? { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } } : {}
      const answer = await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }), headers)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
      expect(await answer.json()).toMatchObject({ id: 1, result: {} })
    }
  })

  test('are answered with JSON when they say nothing of what they accept', async () => {
    // fetch cannot leave the header out.
    const { ask } = await import('../../src/transport/http/testing/ask.ts')
    const body = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'
    const { status, headers } = await ask(Number(new URL(served.url).port), '/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect([status, headers['content-type']]).toEqual([200, 'application/json'])
  })
})

test('nothing of it was a defect', () => {
  // The banner and the address to open, and nothing else.
  expect(served.said().trim().split('\n')).toHaveLength(2)
})
