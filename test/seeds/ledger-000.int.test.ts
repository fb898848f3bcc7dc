import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { phaseNames, roleNames } from '../../src/core/names.ts'
import { openViewer } from '../../src/transport/testing/client.ts'
import { frameBytes, opcodes, openRawClient } from '../../src/transport/testing/raw-client.ts'
import { openSeedClient } from '../../src/transport/testing/seed-client.ts'
import { gal, root, startGal, until } from '../support/gal.ts'
import { keptFolder, temporary } from '../support/temporary.ts'
import { listeningOf } from './listening.ts'
import { type Serving, startServing } from './serving.ts'

// Seed 000, row by row, as far as the server shows it. What only Godot can show (0.11 and 0.12 whole, its side of 0.13 to 0.19) is
// tested where Godot runs.

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const greeting = { status: 'ok', message: 'Respuesta desde gal' }
const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'))

/** The text frame that the seed's GDScript sends once it is connected. */
const script = read('test/seeds/fixtures/godot-client.gd')
const said = /send_message\("([^"]+)"\)/.exec(script)?.[1]
const key = /JSON\.stringify\(\{"(\w+)": msg\}\)/.exec(script)?.[1] ?? ''
const hola = JSON.stringify({ [key]: said })

let spanish: Serving
beforeAll(async () => {
  spanish = await startServing({ cwd: keptFolder(), args: ['--port', '0', '--set', 'ui.language=es'] })
})
afterAll(() => spanish.stop())

const open = async () => {
  const client = await openSeedClient(`ws://127.0.0.1:${spanish.port}`)
  onTestFinished(() => client.socket.terminate())
  return client
}
const url = (path: string) => `http://127.0.0.1:${spanish.port}${path}`

test('the message of the seed is what its GDScript makes', () => {
  expect(hola).toBe('{"message":"Hola desde Godot!"}')
})

describe('0.1, 0.18, 0.19 a run with a viewer attached', () => {
  type Told = { type: string; phase?: string; role?: string }
  let events: Told[] = []
  beforeAll(async () => {
    const cwd = keptFolder()
    const child = startGal(['run', 't', '--model', 'rehearsal', '--plain', '--port', '0'], { cwd })
    let out = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => {
        out += data.toString()
      })
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
    const banner = /ws:\/\/localhost:(\d+)/
    expect(await until(() => banner.test(out), 30_000), out).toBe(true)
    const viewer = await openViewer(`ws://localhost:${banner.exec(out)?.[1]}`, 'latest')
    await viewer.closed()
    await ended
    events = viewer.all('event').map(({ event }) => event as Told)
  })

  test('0.1 the viewer sees the seven phases begin, in order', () => {
    const begun = events.flatMap(({ type, phase }) => (type === 'phase-start' ? [phase] : []))
    expect([...new Set(begun)]).toEqual([
      'literature-review',
      'plan-formulation',
      'data-preparation',
      'running-experiments',
      'results-interpretation',
      'report-writing',
      'report-refinement',
    ])
    expect(events.at(-1)?.type).toBe('run-end')
  })

  test('0.18, 0.19 every turn is an event that names the role whose figure moves, after the phase that says where to', () => {
    const turns = events.flatMap(({ type, role }) => (type === 'turn-start' ? [role] : []))
    expect(turns.length).toBeGreaterThan(phaseNames.length)
    expect(turns.filter((role) => !roleNames.some((name) => name === role))).toEqual([])
    const order = events.map(({ type }) => type)
    expect(order.indexOf('turn-start')).toBeGreaterThan(order.indexOf('phase-start'))
  })
})

describe('0.2 the three transports that the seed names', () => {
  test('0.2 WebSocket and HTTP answer, and a decision says why TCP and UDP are not built', async () => {
    const client = await open()
    client.send(hola)
    expect(await client.got(1)).toEqual([greeting])
    expect((await fetch(url('/healthz'))).status).toBe(200)
    const record = read('docs/decisions/0003-websocket.md')
    expect(record).toMatch(/Raw TCP needs framing and no browser can open it/)
    expect(record).toMatch(/UDP loses and reorders/)
  })
})

describe('0.3 POST /predict', () => {
  const post = (body: string, headers: Record<string, string> = {}) => fetch(url('/predict'), { method: 'POST', headers, body })

  test('0.3 a message is answered with status and message', async () => {
    const answer = await post('{"message":"hi"}', { 'content-type': 'application/json' })
    expect([answer.status, await answer.json()]).toEqual([200, greeting])
  })

  test('0.3 bad JSON is 400 with an error', async () => {
    const answer = await post('{bad', { 'content-type': 'application/json' })
    expect([answer.status, await answer.json()]).toEqual([400, { error: expect.any(String) }])
  })

  test('0.3 GET is 405, and says that POST is allowed', async () => {
    const answer = await fetch(url('/predict'))
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })
})

test.skipIf(process.platform !== 'linux')(
  '0.4 by default it listens on the loopback addresses alone (read from /proc, so on Linux)',
  () => {
    const addresses = hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1']
    expect(listeningOf(spanish.pid)).toEqual(addresses.map((address) => `${address} ${spanish.port}`))
  },
)

test.each(['127.0.0.1', 'localhost', ...(hasIpv6 ? ['[::1]'] : [])])('0.5 ws://%s is answered', async (host) => {
  const client = await openSeedClient(`ws://${host}:${spanish.port}`)
  client.send(hola)
  expect(await client.got(1)).toEqual([greeting])
  client.socket.terminate()
})

test('0.6 the first line says where the server was started, in the language of the interface', async () => {
  const english = await startServing({ cwd: temporary() })
  expect(english.said().split('\n')[0]).toBe(`WebSocket server started at ws://localhost:${english.port}`)
  expect(await english.stop()).toBe(0)
  expect(spanish.said().split('\n')[0]).toBe(`Servidor WebSocket iniciado en ws://localhost:${spanish.port}`)
})

describe('0.7 every message is told', () => {
  const told = async (raw: string, line: string) => {
    const client = await open()
    client.send(raw)
    await client.got(1)
    expect(await until(() => spanish.said().includes(`\nMensaje recibido: ${line}\n`)), spanish.said().slice(-3000)).toBe(true)
  }
  test('0.7 as it came', () => told('{"message":"¿Qué tal, señor Ñandú? 🧪"}', '{"message":"¿Qué tal, señor Ñandú? 🧪"}'))
  test('0.7 with its control characters escaped', () => told('{"message":"x"}\n\u0007', '{"message":"x"}\\u000a\\u0007'))
  test('0.7 without its tokens', () => told('{"message":"x","token":"s3cret"}', '{"message":"x","token":"…"}'))
  test('0.7 cut at 2 KiB', () => told(`{"message":"${'y'.repeat(5000)}"}`, `{"message":"${'y'.repeat(2048 - 12)}…`))
})

test('0.8 a message without a type is answered with exactly a status and a message, whose text can be chosen', async () => {
  const client = await open()
  client.send(hola)
  expect(await client.got(1)).toEqual([greeting])
  const other = await startServing({ cwd: temporary(), args: ['--port', '0', '--set', 'ui.greeting=Hola, Godot'] })
  const second = await openSeedClient(`ws://127.0.0.1:${other.port}`)
  second.send({ message: 1 })
  expect(await second.got(1)).toEqual([{ status: 'ok', message: 'Hola, Godot' }])
  await other.stop()
})

describe('0.9 many messages, many sockets', () => {
  const wrong = (type: string) => ({ type: 'error', data: { message: `Tipo de mensaje desconocido: ${type}` } })

  test('0.9 a hundred messages have a hundred answers, in their order', async () => {
    const client = await open()
    // Every other one has a type that its answer repeats: so the order can be seen.
    const types = Array.from({ length: 50 }, (_, place) => `t${place}`)
    for (const type of types) {
      client.send({ type })
      client.send(hola)
    }
    expect(await client.got(100)).toEqual(types.flatMap((type) => [wrong(type), greeting]))
  })

  test('0.9 twenty sockets at once each get their own answers alone', async () => {
    const clients = await Promise.all(Array.from({ length: 20 }, open))
    const typesOf = (place: number) => Array.from({ length: 5 }, (_, count) => `socket ${place}.${count}`)
    for (const [place, client] of clients.entries()) for (const type of typesOf(place)) client.send({ type })
    const all = await Promise.all(clients.map((client) => client.got(5)))
    expect(all).toEqual(clients.map((_, place) => typesOf(place).map(wrong)))
  })
})

test('0.10 of 200 messages one after another, nineteen of twenty are answered within 50 ms', async () => {
  const client = await open()
  const delays: number[] = []
  for (let count = 1; count <= 200; count++) {
    const sent = performance.now()
    client.send(hola)
    await client.got(count)
    delays.push(performance.now() - sent)
  }
  expect(delays.sort((a, b) => a - b)[189]).toBeLessThan(50)
})

describe("the server's side of what Godot does", () => {
  test('0.13 the greeting as a text frame, byte for byte, is answered by a text frame with JSON', async () => {
    const client = await openRawClient(spanish.port)
    onTestFinished(() => void client.hangUp())
    client.write(frameBytes({ opcode: opcodes.text, payload: Buffer.from(hola) }))
    await client.until(() => client.texts.length === 1)
    // The client keeps frames with opcode 1 alone.
    expect(client.texts).toEqual([greeting])
  })

  test('0.14 a text beyond ASCII survives, both ways', async () => {
    const client = await open()
    client.send({ type: 'canción 😀 文' })
    expect(await client.got(1)).toEqual([{ type: 'error', data: { message: 'Tipo de mensaje desconocido: canción 😀 文' } }])
  })

  test('0.15 when the server goes it says so with code 1001, and is found again at the same place', async () => {
    const cwd = temporary()
    const first = await startServing({ cwd })
    const client = await openSeedClient(`ws://127.0.0.1:${first.port}`)
    client.send(hola)
    await client.got(1)
    const closed = client.closed()
    expect(await first.stop()).toBe(0)
    expect(await closed).toBe(1001)
    const second = await startServing({ cwd, args: ['--port', String(first.port)] })
    const again = await openSeedClient(`ws://127.0.0.1:${second.port}`)
    again.send(hola)
    expect(await again.got(1)).toEqual([greeting])
    await second.stop()
  })

  test('0.16 each file and command of the seeds has its successor in the README, and the command is there', async () => {
    const rows = [...(read('README.md').split('| then | now |')[1] ?? '').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)]
    const successors = Object.fromEntries(rows.map(([, old = '', now = '']) => [old, now]))
    expect(Object.keys(successors)).toEqual(
      expect.arrayContaining(['server.py', 'websocket.gd', 'pip install websockets asyncio', 'python src/main_execution_server.py']),
    )
    expect(successors['server.py']).toContain('`gal serve`')
    const { status, out } = await gal(['serve', '--help'], { cwd: temporary() })
    expect([status, out]).toEqual([0, expect.stringContaining('--port')])
  })

  test('0.17 banner, greeting, line and answer, in Spanish as in the seed', async () => {
    const server = await startServing({ cwd: temporary(), args: ['--port', '0', '--set', 'ui.language=es'] })
    const client = await openSeedClient(`ws://localhost:${server.port}`)
    client.send(hola)
    expect(await client.got(1)).toEqual([greeting])
    client.socket.close()
    expect(await server.stop()).toBe(0)
    expect(server.said().trim().split('\n')).toEqual([
      `Servidor WebSocket iniciado en ws://localhost:${server.port}`,
      `Abra http://localhost:${server.port}`,
      `Mensaje recibido: ${hola}`,
    ])
  })
})

test.skipIf(process.platform !== 'linux')(
  '0.20 REST and WebSocket are one process on one port (read from /proc, so on Linux)',
  async () => {
    const ports = new Set(listeningOf(spanish.pid).map((place) => place.split(' ')[1]))
    expect([...ports]).toEqual([String(spanish.port)])
    expect((await fetch(url('/v1/runs'))).status).toBe(200)
    const client = await open()
    client.send(hola)
    expect(await client.got(1)).toEqual([greeting])
  },
)
