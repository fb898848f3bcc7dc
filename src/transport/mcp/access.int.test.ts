import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asked, ask } from '../http/testing/ask.ts'
import { type RestLab, startRestLab } from '../http/testing/rest-lab.ts'
import { tools } from './tools/index.ts'

let lab: RestLab
beforeAll(async () => {
  lab = await startRestLab({ token: 'full-token', audienceToken: 'audience-token', allowedOrigins: ['https://lab.example'] })
})
afterAll(() => lab.close())

type Answer = { status: number; headers: Record<string, unknown>; rpc: { result?: Record<string, unknown>; error?: { message: string } } }

const send = async (token: string | undefined, body: object, headers: Record<string, string> = {}): Promise<Answer> => {
  const asked: Asked = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    body: JSON.stringify(body),
  }
  const { status, headers: given, body: text } = await ask(lab.port, '/mcp', asked)
  return { status, headers: given, rpc: text === '' ? {} : JSON.parse(text) }
}
const rpc = (method: string, params: object = {}) => ({ jsonrpc: '2.0', id: 1, method, params })
const hello = rpc('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 't', version: '1' } })

const inputs: Readonly<Record<string, object>> = {
  start_run: { topic: 'x' },
  answer_question: { run: 'r', question: 'q', answer: 'a' },
  note_run: { run: 'r', text: 'x' },
  search_papers: { query: 'x' },
  execute_agent: { agent: 'a/b' },
}
const inputOf = (name: string): object => inputs[name] ?? (name.endsWith('_run') || name === 'run_status' ? { run: 'r' } : {})

describe('the token for onlookers', () => {
  test.each(tools)('$name is refused exactly when it changes something or asks servers elsewhere', async ({ name, annotations }) => {
    const before = lab.asked.length
    const { rpc: answer } = await send('audience-token', rpc('tools/call', { name, arguments: inputOf(name) }))
    const refused = expect.objectContaining({ text: expect.stringMatching(/^read-only-token: this token allows looking only\n/) })
    if (annotations.readOnlyHint && !annotations.openWorldHint) expect(answer.result?.isError).toBeUndefined()
    else expect(answer.result).toMatchObject({ isError: true, content: [refused] })
    expect(lab.asked.slice(before)).toEqual([])
  })

  test('lists and reads', async () => {
    for (const [method, params] of [
      ['tools/list', {}],
      ['prompts/list', {}],
      ['resources/list', {}],
      ['resources/read', { uri: 'gal://runs/r/report' }],
      ['resources/read', { uri: 'gal://runs/r/events' }],
    ] as const)
      expect((await send('audience-token', rpc(method, params))).rpc.result, method).toBeDefined()
  })
})

test('every tool does what it says when the full token is shown, in the name of mcp', async () => {
  for (const { name } of tools) {
    const { rpc: answer } = await send('full-token', rpc('tools/call', { name, arguments: inputOf(name) }))
    expect(answer.result, JSON.stringify(answer)).not.toHaveProperty('isError')
    expect(answer.result).toHaveProperty('structuredContent')
  }
  expect(lab.asked).toEqual([
    ['start', { topic: 'x', by: 'mcp' }],
    ['answer', 'r', 'mcp', 'q', 'a'],
    ['stop', 'r', 'mcp'],
    ['pause', 'r', 'mcp'],
    ['note', 'r', 'mcp', 'x', undefined],
    ['execute', 'a/b', 'mcp'],
  ])
})

test('a session of the full token is unknown to who shows the other one', async () => {
  const { headers } = await send('full-token', hello)
  const session = { 'mcp-session-id': `${headers['mcp-session-id']}` }
  expect((await send('full-token', rpc('ping'), session)).status).toBe(200)
  expect((await send('audience-token', rpc('ping'), session)).status).toBe(404)
})

test('no token, a wrong one and a foreign page are refused before anything is read', async () => {
  expect((await send(undefined, hello)).status).toBe(401)
  expect((await send('wrong', hello)).status).toBe(401)
  expect((await send('full-token', hello, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await send('full-token', hello, { host: 'evil.example' })).status).toBe(403)
  expect((await send('full-token', hello, { origin: 'https://lab.example' })).status).toBe(200)
})

test('other methods of the path are answered with those that it has', async () => {
  const headers = { authorization: 'Bearer full-token' }
  const put = await ask(lab.port, '/mcp', { method: 'PUT', headers })
  expect([put.status, put.headers.allow]).toEqual([405, 'DELETE, GET, POST'])
  expect((await ask(lab.port, '/mcp', { headers: { ...headers, accept: 'text/event-stream' } })).status).toBe(405)
  expect((await ask(lab.port, '/mcp', { method: 'DELETE', headers })).status).toBe(405)
})

test('nothing of it was a defect', () => {
  expect(lab.defects).toEqual([])
})
