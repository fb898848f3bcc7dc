import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openViewer } from '../../src/transport/testing/client.ts'
import { openSeedClient } from '../../src/transport/testing/seed-client.ts'
import { gal, until } from '../support/gal.ts'
import { keptFolder, temporary } from '../support/temporary.ts'
import { type Agents, startAgents } from './agents.ts'
import { answers, demo, type End, requests } from './frames.ts'
import { listeningOf } from './listening.ts'
import { type Serving, startServing } from './serving.ts'

// Seed 001, row by row. 1.16 is in examples.int.test.ts; the clients for browsers, 1.17 to 1.22, are in port-8765.int.test.ts and, for
// the panel of gal's own page, in test/web/agents.int.test.ts.

const anyId = 'ñandú "1"\t🧪'
let agents: Agents
let server: Serving
beforeAll(async () => {
  agents = await startAgents()
  server = await startServing({ cwd: keptFolder(), ...agents })
})
afterAll(async () => {
  await server.stop()
  await agents.close()
})

const open = async (port = server.port) => {
  const client = await openSeedClient(`ws://127.0.0.1:${port}`)
  onTestFinished(() => client.socket.terminate())
  return client
}
/** The two frames of one execution. What comes after them is seen by one more message, which is answered last. */
const executed = async (request: object): Promise<[unknown, End]> => {
  const client = await open()
  client.send(request)
  const [started, end] = await client.got(2)
  client.send({ message: 'x' })
  expect(await client.got(3)).toEqual([started, end, { status: 'ok', message: expect.any(String) }])
  return [started, end as End]
}

describe('1.1 an agent is executed remotely, with live progress', () => {
  test('1.1 started comes within a second, then exactly one end on the same socket', async () => {
    const client = await open()
    const sent = performance.now()
    client.send(requests.R2(demo))
    expect(await client.got(1)).toEqual([answers.started(demo)])
    expect(performance.now() - sent).toBeLessThan(1000)
    expect((await client.got(2))[1]).toMatchObject({ data: { success: true, status: 'completed' } })
    client.send({ message: 'x' })
    expect(await client.got(3)).toHaveLength(3)
  })

  test('1.1 started does not wait for the model', async () => {
    const client = await open()
    const before = agents.chats()
    client.send(requests.R2('slow'))
    expect(await client.got(1)).toEqual([answers.started('slow')])
    expect(await until(() => agents.chats() > before)).toBe(true)
    expect(client.answers).toHaveLength(1)
    agents.release()
    expect((await client.got(2))[1]).toMatchObject({ data: { agent_id: 'slow', execution_count: 1 } })
  })

  test('1.1 a role is an agent too', async () => {
    const [started, end] = await executed(requests.R2('postdoc'))
    expect(started).toEqual(answers.started('postdoc'))
    expect(end).toEqual(expect.objectContaining({ data: expect.objectContaining({ agent_id: 'postdoc', status: 'completed' }) }))
  })
})

test('1.2 gal serve --help tells what it takes', async () => {
  const { status, out } = await gal(['serve', '--help'], { cwd: temporary() })
  expect(out).toContain('--port')
  expect(status).toBe(0)
})

describe('1.3 WS_HOST', () => {
  test.skipIf(process.platform !== 'linux')('1.3 127.0.0.1 is that address alone (read from /proc, so on Linux)', async () => {
    const alone = await startServing({ cwd: temporary(), env: { WS_HOST: '127.0.0.1', WS_PORT: '0' }, args: [] })
    expect(listeningOf(alone.pid)).toEqual([`127.0.0.1 ${alone.port}`])
    expect(await alone.stop()).toBe(0)
  })

  test('1.3 unset, both families of localhost are served', async () => {
    const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))
    for (const host of ['127.0.0.1', ...(hasIpv6 ? ['[::1]'] : [])])
      expect((await fetch(`http://${host}:${server.port}/healthz`)).status).toBe(200)
  })

  test('1.3 0.0.0.0 without a token is refused with status 2', async () => {
    const { status, err } = await gal(['serve'], { cwd: temporary(), env: { WS_HOST: '0.0.0.0', WS_PORT: '0' }, killAfter: 30_000 })
    expect(err).toMatch(/0\.0\.0\.0 .*token/)
    expect(status).toBe(2)
  })
})

describe('1.4 WS_PORT', () => {
  test('1.4 0 takes any port, and the banner says which', async () => {
    const any = await startServing({ cwd: temporary(), env: { WS_PORT: '0' }, args: [] })
    expect(any.port).toBeGreaterThan(0)
    expect((await fetch(`http://127.0.0.1:${any.port}/healthz`)).status).toBe(200)
    expect(await any.stop()).toBe(0)
  })

  test.each(['abc', '70000'])('1.4 %s is refused with status 2 and the name WS_PORT', async (port) => {
    const { status, err } = await gal(['serve'], { cwd: temporary(), env: { WS_PORT: port }, killAfter: 30_000 })
    expect(err).toContain('WS_PORT')
    expect(status).toBe(2)
  })

  test('1.4 a taken one is refused with status 6, EADDRINUSE and its number', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const { status, err } = await gal(['serve'], { cwd: temporary(), env: { WS_PORT: String(port) }, killAfter: 30_000 })
    expect(err).toMatch(new RegExp(`${port}.*EADDRINUSE`))
    expect(status).toBe(6)
  })
})

describe('1.5–1.7 the three ways to ask', () => {
  test.each([
    ['1.5 R1', requests.R1(demo)],
    ['1.6 R2', requests.R2(demo)],
    ['1.7 R3', requests.R3(demo)],
  ])('%s is started and completed', async (_row, request) => {
    const [started, { data, type }] = await executed(request)
    expect(started).toEqual(answers.started(demo))
    expect({ type, data }).toEqual(answers.done(demo, data.results))
    expect(data.results.map(({ function_name }) => function_name)).toEqual(['list_runs', 'search_papers'])
  })

  test('1.7 two different agents in one request are one error', async () => {
    const client = await open()
    client.send({ ...requests.R3('idle'), agent_id: demo })
    client.send({ ...requests.R3('idle'), agent_id: 'idle' })
    expect((await client.got(3)).slice(0, 2)).toEqual([answers.wrong(expect.any(String)), answers.started('idle')])
  })
})

describe('1.8–1.11 the answers, key by key', () => {
  const shape = (frame: unknown) => JSON.stringify(frame, (key, value: unknown) => (key === 'results' || key === 'error' ? 0 : value))

  test('1.8, 1.9 started and completed have exactly the keys of the seed, in its order, and count their results', async () => {
    const [started, end] = await executed(requests.R2(demo))
    expect(JSON.stringify(started)).toBe(JSON.stringify(answers.started(demo)))
    expect(shape(end)).toBe(shape(answers.done(demo, end.data.results)))
    expect(end.data.execution_count).toBe(end.data.results.length)
  })

  test('1.10 a cycle without actions says so', async () => {
    const [started, end] = await executed(requests.R2('idle'))
    expect([started, end]).toEqual([answers.started('idle'), answers.nothingDone('idle')])
  })

  test('1.9 an agent_id comes back byte for byte', async () => {
    const [started, end] = await executed(requests.R2(anyId))
    expect([started, end]).toEqual([answers.started(anyId), answers.done(anyId, end.data.results)])
  })

  test.each([
    ['an agent that is not there', 'nadie', /nadie/],
    ['an agent whose model cannot be had', 'keyless', /needs a key/],
    ['an agent whose model hangs up in the middle', 'dropped', /connection|hung up|broke/i],
  ])('1.11 %s is started, then failed', async (_what, id, words) => {
    const [started, end] = await executed(requests.R2(id))
    expect(started).toEqual(answers.started(id))
    expect(end).toEqual(answers.failed(id, expect.stringMatching(words)))
    expect(shape(end)).toBe(shape(answers.failed(id, '')))
  })
})

test.each([
  ['not JSON', 'Hola'],
  ['an array', '[{"type":"execute"}]'],
  ['no type', '{"agent_id":"a"}'],
  ['an unknown type', '{"type":"fly","agent_id":"a"}'],
  ['a missing agent_id', JSON.stringify({ type: 'execute' })],
  ['an empty agent_id', JSON.stringify(requests.R1(''))],
  ['an agent_id that is no string', JSON.stringify(requests.R3(7))],
  ['an agent_id of 129 characters', JSON.stringify(requests.R2('x'.repeat(129)))],
  ['a binary frame', Buffer.from(JSON.stringify(requests.R2('idle')))],
])('1.12 %s is one error, and the socket stays open', async (_what, frame) => {
  const client = await open()
  client.socket.send(frame, { binary: Buffer.isBuffer(frame) })
  client.send(requests.R2('idle'))
  expect(await client.got(3)).toEqual([answers.wrong(expect.stringMatching(/./)), answers.started('idle'), answers.nothingDone('idle')])
})

test('1.13 a second execution on a busy socket begins when the first has ended', async () => {
  const client = await open()
  const before = agents.chats()
  client.send(requests.R2('slow'))
  client.send(requests.R2('idle'))
  expect(await until(() => agents.chats() > before)).toBe(true)
  expect(await client.got(1)).toEqual([answers.started('slow')])
  agents.release()
  const [, end, ...rest] = await client.got(4)
  expect(end).toMatchObject({ data: { agent_id: 'slow', status: 'completed' } })
  expect(rest).toEqual([answers.started('idle'), answers.nothingDone('idle')])
})

test('1.14 the id of the seed is the demo agent of a lab without a configuration; an id may have 128 characters', async () => {
  const plain = await startServing({ cwd: temporary() })
  const client = await open(plain.port)
  const long = '🧪'.repeat(128)
  client.send(requests.R1(demo))
  client.send(requests.R1(long))
  const [first, second, ...rest] = await client.got(4)
  expect(first).toEqual(answers.started(demo))
  expect(second).toMatchObject({ data: { success: true, agent_id: demo, execution_count: 2 } })
  expect(rest).toEqual([answers.started(long), answers.failed(long, expect.stringContaining(long))])
  await plain.stop()
})

test('1.15 each result has a function_name and any JSON', async () => {
  const [, { data }] = await executed(requests.R2(demo))
  for (const item of data.results) expect(item).toEqual({ function_name: expect.stringMatching(/^\w+$/), result: expect.anything() })
})

test('1.22 a client that leaves in the middle does not stop the cycle', async () => {
  const client = await open()
  const before = agents.chats()
  client.send(requests.R2('slow'))
  expect(await until(() => agents.chats() > before)).toBe(true)
  client.socket.close()
  await client.closed()
  // The next one on this agent waits for the first: both models were asked, so the first went on to its end.
  const [, second] = [await open(), await open()]
  second.send(requests.R2('slow'))
  await second.got(1)
  agents.release()
  expect(await until(() => agents.chats() > before + 1)).toBe(true)
  agents.release()
  expect((await second.got(2))[1]).toMatchObject({ data: { success: true } })
})

describe('1.24 every class of error can be told apart', () => {
  test('1.24 gal.v1 has a code for each; the old words carry the cause', async () => {
    const viewer = await openViewer(`ws://127.0.0.1:${server.port}`, '*')
    onTestFinished(viewer.hangUp)
    const codeOf = async (id: string, frame: object) => {
      viewer.send({ ...frame, id })
      const result = await viewer.result(id)
      return 'error' in result ? result.error.code : 'done'
    }
    const execute = (agent_id: string) => ({ type: 'agent.execute', agent_id })
    const codes = [
      await codeOf('1', { type: 'agent.fly' }),
      await codeOf('2', { type: 'agent.execute' }),
      await codeOf('3', execute('nadie')),
      await codeOf('4', execute('keyless')),
      await codeOf('5', execute('dropped')),
    ]
    expect(codes.slice(0, 4)).toEqual(['unknown-command', 'bad-frame', 'unknown-agent', 'missing-secret'])
    expect(new Set(codes).size).toBe(5)
    const [, old] = await executed(requests.R2('keyless'))
    expect(old.data.error).toContain('needs a key')
  })

  test('1.24 a connection to where nobody listens fails as a connection', async () => {
    const gone = await startServing({ cwd: temporary() })
    await gone.stop()
    await expect(openSeedClient(`ws://127.0.0.1:${gone.port}`)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

test('1.25 the Node that is needed is said by the package', async () => {
  const { engines } = (await import('../../package.json', { with: { type: 'json' } })).default
  expect(engines.node).toBe('>=22.18')
})
