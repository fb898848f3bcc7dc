import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import type { StoredEvent } from '../../src/store/event-log.ts'
import { startServing } from '../seeds/serving.ts'
import { root, until } from '../support/gal.ts'
import { keptFolder, temporary } from '../support/temporary.ts'
import { errorsIn, fast, godot, imported, type Line, project, startGodot, startViewer, why } from './godot.ts'
import { arrivedIn, beginRun, eventsOf, inOrder, linesOf, placesIn, reportOf, turnsIn } from './watched-run.ts'

const hola = '{"message":"Hola desde Godot!"}'

/** Every script of the viewer but its tests, by its path. */
const scripts = (): Map<string, string> =>
  new Map(
    readdirSync(project, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.gd') && !path.startsWith('tests') && !path.startsWith('.godot'))
      .map((path) => [path, readFileSync(join(project, path), 'utf8')]),
  )
const withText = (text: RegExp): string[] => [...scripts()].filter(([, source]) => text.test(source)).map(([path]) => path)

type Got = { text: string; isText: boolean; at: number }

/** A server as the first one was: no subprotocol, no protocol but answers. */
const startStandIn = async (onOpen: (socket: WebSocket) => void = () => undefined) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => false })
  const got: Got[] = []
  const opened: number[] = []
  server.on('connection', (socket) => {
    opened.push(performance.now())
    socket.on('message', (data, isBinary) => got.push({ text: String(data), isText: !isBinary, at: performance.now() }))
    onOpen(socket)
  })
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate()
    server.close()
  })
  const { port } = server.address() as { port: number }
  return { url: `ws://127.0.0.1:${port}`, got, opened }
}

describe.skipIf(!godot)(`what seed 000 asks of its Godot client${why}`, { timeout: 150_000 }, () => {
  beforeAll(imported, 200_000)

  test('0.11 it tries to connect when it is ready, says so or says the error, and has no WebSocketClient', async () => {
    expect(withText(/WebSocketClient/)).toEqual([])
    expect(withText(/WebSocketPeer\.new/)).toEqual(['net/lab_socket.gd'])
    const home = temporary()
    const viewer = startViewer(['--url=ws://127.0.0.1:1', '--language=es'], home)
    expect(await until(() => viewer.said().includes('Ningún servidor responde'), 60_000), viewer.said()).toBe(true)
    expect(viewer.said()).toContain('Intentando conectar al servidor ws://127.0.0.1:1')
    const wrong = startViewer(['--url=ws://127.0.0.1:99999999', '--language=es'], home)
    expect(await until(() => wrong.said().includes('Error al conectar'), 60_000), wrong.said()).toBe(true)
  })

  test('0.12 each frame it polls, and takes all that has come', () => {
    const link = scripts().get('net/lab_link.gd') ?? ''
    expect(/func _process[\s\S]*?_socket\.poll\(delta\)/.test(link)).toBe(true)
    const socket = scripts().get('net/lab_socket.gd') ?? ''
    expect(/func poll\([\s\S]*?_peer\.poll\(\)\n\twhile _peer\.get_available_packet_count\(\) > 0:/.test(socket)).toBe(true)
  })

  test('0.13 to a server of that time it sends the greeting as a text frame, and says that it is connected', async () => {
    const { url, got } = await startStandIn()
    const viewer = startViewer([`--url=${url}`, '--language=es'], temporary())
    expect(await until(() => got.some(({ text }) => text === hola), 60_000), viewer.said()).toBe(true)
    // ws gives a message as text only when its opcode is 1 and it is valid UTF-8.
    expect(got.filter(({ isText }) => !isText)).toEqual([])
    for (const { text } of got) expect(JSON.parse(text)).toBeTypeOf('object')
    expect(viewer.said()).toContain('Conectado al servidor WebSocket')
  })

  test('0.14 an answer beyond ASCII is decoded and told', async () => {
    const answer = '{"status":"ok","message":"¿Qué tal, señor Ñandú? 🧪 文"}'
    const { url } = await startStandIn((socket) => socket.on('message', () => socket.send(answer)))
    const viewer = startViewer([`--url=${url}`, '--language=es'], temporary())
    const told = () => viewer.said().includes('Mensaje recibido del servidor') && viewer.said().includes('¿Qué tal, señor Ñandú? 🧪 文')
    expect(await until(told, 60_000), viewer.said()).toBe(true)
    // The engine's own words about a server without a subprotocol; the next try goes without one.
    const known = /Requested sub-protocol|Invalid response headers/
    expect(errorsIn(viewer.said()).filter((line) => !known.test(line))).toEqual([])
  })

  test('0.15 when the connection is closed it tells the code and the reason, and comes back, later each time', async () => {
    const { url, opened } = await startStandIn((socket) => socket.close(4308, 'demasiado lento: ñ'))
    const viewer = startViewer([`--url=${url}`, '--language=es'], temporary())
    expect(await until(() => opened.length >= 4, 60_000), viewer.said()).toBe(true)
    expect(viewer.said()).toMatch(/\(4308: demasiado lento: ñ\)/)
    const waits = opened.slice(1).map((at, place) => at - (opened[place] ?? 0))
    for (const wait of waits) expect(wait).toBeGreaterThan(200)
  })

  test('0.16 the README names what stands in place of websocket.gd', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const rows = Object.fromEntries([...readme.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, then = '', now = '']) => [then, now]))
    const named = /`(godot\/[^`]+\.gd)`/.exec(rows['websocket.gd'] ?? '')?.[1]
    expect(named).toBe('godot/net/lab_link.gd')
    expect(readFileSync(join(root, named ?? ''), 'utf8')).toContain('class_name LabLink')
    expect(rows.WebSocketClient).toContain('WebSocketPeer')
  })

  test('0.17 both consoles, end to end: banner, greeting, line, answer', async () => {
    const server = await startServing({ cwd: temporary(), args: ['--port', '0', '--set', 'ui.language=es'] })
    const viewer = startViewer([`--url=ws://localhost:${server.port}`, '--oldest-protocol', '--language=es'], temporary())
    expect(await until(() => viewer.said().includes('Respuesta desde gal'), 60_000), viewer.said()).toBe(true)
    await viewer.kill()
    expect(await server.stop()).toBe(0)
    expect(server.said().split('\n')[0]).toBe(`Servidor WebSocket iniciado en ws://localhost:${server.port}`)
    expect(server.said()).toContain(`\nMensaje recibido: ${hola}\n`)
    expect(viewer.said()).toContain('Intentando conectar al servidor')
  })

  describe('a rehearsal on the stage', () => {
    let events: StoredEvent[] = []
    let lines: Line[] = []
    beforeAll(async () => {
      const cwd = keptFolder()
      const server = await startServing({ cwd })
      const base = `http://127.0.0.1:${server.port}`
      const run = await beginRun(base)
      const file = join(cwd, 'report.jsonl')
      const words = [...fast, '--', `--url=${base}`, `--run=${run}`, '--at=1', '--speed=4', '--quit-at-end', `--lab-report=${file}`]
      const viewer = startGodot(words, cwd)
      try {
        lines = await reportOf(viewer, file)
        events = await eventsOf(base, run)
      } finally {
        await viewer.kill()
        await server.stop()
      }
    }, 240_000)

    test('0.18 Godot shows and the server decides: nothing in godot/ asks a model, and nobody moves but by an entry', () => {
      expect(withText(/HTTPRequest|HTTPClient|api\.openai|11434|chat\/completions/)).toEqual([])
      // The stage alone moves the house, and only with entries of the log or the state after one.
      expect(withText(/\blab\.show_state\(/)).toEqual(['main/stage.gd'])
      expect(withText(/\blab\.act\(/)).toEqual(['main/stage.gd'])
      const known = new Set(turnsIn(events).map(({ turn }) => turn))
      expect(linesOf(lines, 'place').filter(({ turn }) => !known.has(turn ?? ''))).toEqual([])
    })

    test('0.19 for each turn the figure of its role is sent to the room of its phase', () => {
      const turns = turnsIn(events)
      expect(turns.length).toBeGreaterThan(20)
      expect(linesOf(lines, 'turn').map(({ turn, role, phase }) => ({ turn, role, phase }))).toEqual(turns)
      expect(inOrder(placesIn(lines))).toEqual(inOrder(turns))
      expect(arrivedIn(lines)).toBeGreaterThan(0.9)
    })

    test('2.17 what the model answers stands in bubbles over who said it', () => {
      const plain = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
      const roleOf = new Map(turnsIn(events).map(({ turn, role }) => [turn, role]))
      const replies = events.flatMap(({ event }) =>
        event.type === 'turn-reply'
          ? [{ role: roleOf.get(event.id) ?? '', said: plain(JSON.stringify(event.text).replaceAll('\\n', ' ')) }]
          : [],
      )
      const bubbles = linesOf(lines, 'bubble')
      expect(new Set(bubbles.map(({ role }) => role))).toEqual(new Set(replies.map(({ role }) => role)))
      const own = ({ role, text = '' }: Line) => replies.some((reply) => reply.role === role && reply.said.includes(plain(text)))
      expect(bubbles.filter((bubble) => !own(bubble)).map(({ role, text }) => `${role}: ${text}`)).toEqual([])
    })
  })
})
