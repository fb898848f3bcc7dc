import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { GalError } from '../../core/error.ts'
import type { AgentResult, LabControl } from '../lab-control.ts'
import { openClient } from '../testing/client.ts'
import { openSeedClient } from '../testing/seed-client.ts'
import { startSocketBench } from '../testing/socket-bench.ts'
import { standInControl } from '../testing/stand-in-control.ts'
import { writeNotes } from '../testing/write-notes.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})
type Input = NonNullable<Parameters<typeof startSocketBench>[0]>
const start = async (input: Input = {}) => {
  const server = await startSocketBench(input)
  cleanUps.push(server.close)
  return server
}
const demo = '8191feef-546d-46a8-a26f-b92073882f5c'
const results: AgentResult[] = [
  { function_name: 'list_files', result: ['a', { deep: null }] },
  { function_name: 'say', result: 'listo' },
]
const execute: LabControl['execute'] = async (agent) => {
  if (agent === 'idle') return { agent, results: [] }
  if (agent === 'broken') throw new Error('a defect')
  if (agent === 'dry') throw new GalError('model-unreachable', 'the model server does not answer')
  if (agent !== demo) throw new GalError('unknown-agent', `there is no agent ${agent}`)
  return { agent, results }
}
const withAgents = () => start({ control: standInControl({ execute }) })
const response = (data: object) => ({ type: 'execution_response', data })
const started = (id: string) => response({ success: true, message: `Iniciando ejecución del agente ${id}`, status: 'started' })
const done = response({ success: true, results, agent_id: demo, execution_count: 2, status: 'completed' })
const failed = (id: string, error: string) => response({ success: false, error, agent_id: id, status: 'completed' })
const gate = () => Promise.withResolvers<void>()

test.each([
  ['websocket_execution', { type: 'websocket_execution', agent_id: demo }],
  ['execute', { type: 'execute', agent_id: demo }],
  ['execute with data', { type: 'execute', data: { agent_id: demo } }],
])('%s is answered with started and then completed, and nothing else', async (_what, request) => {
  const client = await openSeedClient((await withAgents()).url)
  client.send(request)
  expect(await client.got(2)).toEqual([started(demo), done])
  client.send({ message: 'x' })
  expect(await client.got(3)).toHaveLength(3)
})

test('a cycle without actions says so', async () => {
  const client = await openSeedClient((await withAgents()).url)
  client.send({ type: 'execute', agent_id: 'idle' })
  const message = 'No se ejecutó ninguna acción durante el ciclo'
  expect((await client.got(2))[1]).toEqual(
    response({ success: true, results: [], agent_id: 'idle', execution_count: 0, message, status: 'completed' }),
  )
})

test.each([
  ['an agent that is not there', 'nadie', 'Agente no encontrado: nadie'],
  ['a refusal of the lab', 'dry', 'Error al ejecutar el agente dry: the model server does not answer'],
  ['a defect', 'broken', 'Error al ejecutar el agente broken: un defecto de gal; la salida del servidor dice más'],
])('%s is started and then failed, with the cause', async (_what, id, error) => {
  const server = await withAgents()
  const client = await openSeedClient(server.url)
  client.send({ type: 'execute', agent_id: id })
  expect(await client.got(2)).toEqual([started(id), failed(id, error)])
  expect(server.defects).toEqual(id === 'broken' ? [new Error('a defect')] : [])
})

test('an agent_id comes back byte for byte', async () => {
  const client = await openSeedClient((await withAgents()).url)
  const ids = ['ñandú 🧪', '"\\\n\u0000', '\ud800 half', ' padded ', '🧪'.repeat(128)]
  for (const agent_id of ids) client.send({ type: 'execute', agent_id })
  expect(await client.got(10)).toEqual(ids.flatMap((id) => [started(id), failed(id, `Agente no encontrado: ${id}`)]))
})

test('executions on one socket wait for one another, and other messages do not wait for them', async () => {
  const gates = new Map([demo, 'second'].map((agent) => [agent, gate()]))
  const begun: string[] = []
  const held: LabControl['execute'] = async (agent) => {
    begun.push(agent)
    await gates.get(agent)?.promise
    return { agent, results }
  }
  const server = await start({ control: standInControl({ execute: held }) })
  const [client, other] = [await openSeedClient(server.url), await openSeedClient(server.url)]
  client.send({ type: 'execute', agent_id: demo })
  client.send({ type: 'execute', agent_id: 'second' })
  client.send({ message: 'Hola' })
  expect(await client.got(2)).toEqual([started(demo), { status: 'ok', message: 'Respuesta desde gal' }])
  other.send({ type: 'execute', agent_id: 'third' })
  await other.got(2)
  expect(begun).toEqual([demo, 'third'])
  gates.get(demo)?.resolve()
  expect((await client.got(4)).slice(2)).toEqual([done, started('second')])
  gates.get('second')?.resolve()
  expect((await client.got(5))[4]).toMatchObject({ data: { agent_id: 'second', status: 'completed' } })
})

test('an execution goes on when its client is gone; one that waited is not begun', async () => {
  const held = gate()
  const ended = gate()
  const begun: string[] = []
  const control = standInControl({
    async execute(agent) {
      begun.push(agent)
      await held.promise
      ended.resolve()
      return { agent, results }
    },
  })
  const server = await start({ control })
  const client = await openSeedClient(server.url)
  client.send({ type: 'execute', agent_id: 'first' })
  client.send({ type: 'execute', agent_id: 'second' })
  await client.got(1)
  client.socket.terminate()
  await client.closed()
  // The server has seen it once another client that came later is answered.
  const later = await openSeedClient(server.url)
  later.send({ message: 'x' })
  await later.got(1)
  held.resolve()
  await ended.promise
  await setTimeout(20)
  expect([begun, server.defects]).toEqual([['first'], []])
})

test('more executions than may wait are refused one by one', async () => {
  const held = gate()
  const control = standInControl({
    execute: async (agent) => {
      await held.promise
      return { agent, results: [] }
    },
  })
  const server = await start({ control, limits: { waitingExecutions: 2 } })
  const client = await openSeedClient(server.url)
  for (const agent_id of ['a', 'b', 'c', 'd']) client.send({ type: 'execute', agent_id })
  expect((await client.got(2))[1]).toEqual({
    type: 'error',
    data: { message: 'Hay 2 ejecuciones en espera en esta conexión: espere a que termine una' },
  })
  held.resolve()
  const all = (await client.got(7)) as { data: { status?: string } }[]
  expect(all.map(({ data }) => data.status)).toEqual(['started', undefined, 'completed', 'started', 'completed', 'started', 'completed'])
})

test('results too long for one answer keep their number and their names', async () => {
  const long = Array.from({ length: 3 }, (_, index) => ({ function_name: `f${index}`, result: 'x'.repeat(900_000) }))
  const server = await start({ control: standInControl({ execute: async (agent) => ({ agent, results: long }) }) })
  const client = await openSeedClient(server.url)
  client.send({ type: 'execute', agent_id: demo })
  const end = (await client.got(2))[1] as { data: { results: AgentResult[]; execution_count: number } }
  expect(end.data.execution_count).toBe(3)
  expect(end.data.results[2]).toEqual({ function_name: 'f2', result: { chars: 900_000, head: 'x'.repeat(4096) } })
})

test.each([
  ['no JSON', 'Hola', 'El mensaje no es JSON válido'],
  ['a list', '[1]', 'El mensaje no es un objeto JSON'],
  ['no type', '{}', 'Falta el campo "type"'],
  ['an unknown type', '{"type":"fly"}', 'Tipo de mensaje desconocido: fly'],
  ['a command of gal.v1', '{"type":"ping","id":"1"}', 'Tipo de mensaje desconocido: ping'],
  ['33 levels', `{"message":${'['.repeat(32)}${']'.repeat(32)}}`, 'El mensaje está anidado a más de 32 niveles'],
  ['no agent_id', '{"type":"execute"}', 'Falta el campo "agent_id"'],
  ['an agent_id that is a number', '{"type":"execute","agent_id":3}', 'El campo "agent_id" no es una cadena de 1 a 128 caracteres'],
  ['two agents', '{"type":"execute","agent_id":"a","data":{"agent_id":"b"}}', 'El mensaje nombra dos agentes distintos'],
])('%s is one error, and the socket stays open', async (_what, text, message) => {
  const client = await openSeedClient((await withAgents()).url)
  client.send(text)
  client.send({ message: 'x' })
  expect(await client.got(2)).toEqual([
    { type: 'error', data: { message } },
    { status: 'ok', message: 'Respuesta desde gal' },
  ])
})

test('a binary frame is one error, and the socket stays open', async () => {
  const client = await openSeedClient((await withAgents()).url)
  client.socket.send(Buffer.from('{"message":"x"}'), { binary: true })
  client.send({ message: 'x' })
  expect((await client.got(2))[0]).toMatchObject({ type: 'error', data: { message: expect.stringContaining('binario') } })
})

test('a hundred messages have a hundred answers, each within 50 ms for nineteen of twenty', async () => {
  const client = await openSeedClient((await withAgents()).url)
  const delays: number[] = []
  for (let count = 1; count <= 200; count++) {
    const sent = performance.now()
    client.send({ message: `${count}` })
    await client.got(count)
    delays.push(performance.now() - sent)
  }
  expect(delays.sort((a, b) => a - b)[190]).toBeLessThan(50)
  for (let count = 0; count < 100; count++) client.send({ message: `${count}` })
  const answers = await client.got(300)
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"status":"ok","message":"Respuesta desde gal"}']))
})

test('twenty sockets at once each get only their own, in order', async () => {
  const server = await withAgents()
  const clients = await Promise.all(Array.from({ length: 20 }, () => openSeedClient(server.url)))
  const idsOf = (place: number) => Array.from({ length: 10 }, (_, index) => `agent ${place}.${index}`)
  for (const [place, client] of clients.entries()) for (const agent_id of idsOf(place)) client.send({ type: 'execute', agent_id })
  const answers = await Promise.all(clients.map((client) => client.got(20)))
  expect(answers).toEqual(clients.map((_, place) => idsOf(place).flatMap((id) => [started(id), failed(id, `Agente no encontrado: ${id}`)])))
})

test('a client that never said hello hears no heartbeat, no event, no bye and no private close code', async () => {
  const server = await start({ limits: { heartbeat: 20, ping: 20 } })
  const client = await openSeedClient(server.url)
  client.send({ message: 'x' })
  client.send({ type: 'hello', id: 'h', client: 'too late' })
  writeNotes(server.log, 'r', 1, 5)
  server.signal('r', 'delta', {})
  await setTimeout(100)
  const closed = client.closed()
  await server.close()
  expect(await closed).toBe(1001)
  expect(client.answers).toEqual([
    { status: 'ok', message: 'Respuesta desde gal' },
    { type: 'error', data: { message: 'Tipo de mensaje desconocido: hello' } },
  ])
})

test.each([
  ['too long a frame', 1009, 1, { message: 'x'.repeat(70_000) }],
  ['too many frames', 1008, 501, { message: 'x' }],
])('%s ends such a connection with a standard code', async (_what, code, count, frame) => {
  const client = await openSeedClient((await withAgents()).url)
  for (let sent = 0; sent < count; sent++) client.send(frame)
  expect(await client.closed()).toBe(code)
  expect(client.answers.every((answer) => JSON.stringify(answer) === '{"status":"ok","message":"Respuesta desde gal"}')).toBe(true)
})

test('one that takes nothing is let go with 1013', async () => {
  const control = standInControl({ greeting: 'x'.repeat(60_000) })
  const server = await start({ control, limits: { patience: 200 } })
  const client = await openSeedClient(server.url)
  client.send({ message: 'x' })
  await client.got(1)
  client.socket.pause()
  for (let count = 0; count < 400; count++) client.send({ message: 'x' })
  await setTimeout(600)
  client.socket.resume()
  expect(await client.closed()).toBe(1013)
})

test('every raw message of such a client is told, the first one too; those of gal.v1 are not', async () => {
  const server = await withAgents()
  const client = await openSeedClient(server.url)
  const texts = ['{"message":"Hola desde Godot!"}', 'no JSON\n', '{"type":"execute","token":"secret"}']
  for (const text of texts) client.send(text)
  await client.got(3)
  for (const options of [{}, { protocols: [] }]) {
    const viewer = await openClient(server.url, options)
    viewer.send({ type: 'hello', id: 'h', client: 'test', token: 'secret' })
    await viewer.result('h')
  }
  expect(server.messages).toEqual(['{"message":"Hola desde Godot!"}', 'no JSON\\u000a', '{"type":"execute","token":"…"}'])
})

test('messages of a client that was not let in are told to nobody, and no message tells a token of the server', async () => {
  const server = await start({ accessOf: (token) => (token === 'key-1' ? 'full' : undefined), secrets: ['key-1'] })
  for (const path of ['', '/?token=key-1']) {
    const client = await openSeedClient(`${server.url}${path}`)
    client.send(`{"message":"at ${path}, my key-1"}`)
    await client.got(1)
  }
  expect(server.messages).toEqual(['{"message":"at /?token=…, my …"}'])
})

test('of a flood twenty messages a second are told, and then how many were left out', async () => {
  const server = await withAgents()
  const client = await openSeedClient(server.url)
  for (let count = 0; count < 100; count++) client.send('{"message":"x"}')
  await client.got(100)
  await expect.poll(() => server.messages.length, { timeout: 3_000 }).toBeGreaterThan(20)
  expect(server.messages.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => '{"message":"x"}'))
  const left = server.messages.slice(20).filter((line) => line.includes('more of this connection were left out'))
  expect(left).toHaveLength(1)
})

test('a client of gal.v1 is answered in the old words when it uses them', async () => {
  const { url } = await withAgents()
  const client = await openSeedClient(url)
  client.send({ type: 'hello', id: 'h', client: 'both' })
  client.send({ message: 'Hola' })
  client.send({ type: 'execute', agent_id: demo })
  const all = await client.got(5)
  expect(all.slice(2)).toEqual([{ status: 'ok', message: 'Respuesta desde gal' }, started(demo), done])
})

test('without the token nothing is executed and nobody is greeted; looking only does not execute either', async () => {
  const begun: string[] = []
  const control = standInControl({
    execute: async (agent) => {
      begun.push(agent)
      return { agent, results: [] }
    },
  })
  const opens = { secret: 'full', audience: 'read-only' } as const
  const server = await start({
    control,
    accessOf: (token) => Object.entries(opens).find(([known]) => known === token)?.[1],
  })
  const say = async (path: string) => {
    const client = await openSeedClient(`${server.url}${path}`)
    client.send({ message: 'x' })
    client.send({ type: 'execute', agent_id: 'a' })
    return ((await client.got(2)) as { type?: string; status?: string }[]).slice(0, 2).map(({ type, status }) => type ?? status)
  }
  expect(await say('/')).toEqual(['error', 'error'])
  expect(await say('/?token=audience')).toEqual(['ok', 'error'])
  expect(begun).toEqual([])
  expect(await say('/?token=secret')).toEqual(['ok', 'execution_response'])
})
