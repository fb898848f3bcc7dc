import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientFrames } from './protocol.ts'
import { readJson } from './read-frame.ts'
import { readSeedRequest } from './seed/request.ts'
import { frameBytes, opcodes, openRawClient, type RawFrame } from './testing/raw-client.ts'
import { type SocketBench, startSocketBench } from './testing/socket-bench.ts'
import { standInControl, summaryOf } from './testing/stand-in-control.ts'
import { writeNotes } from './testing/write-notes.ts'

let server: SocketBench
beforeAll(async () => {
  const control = standInControl({ run: () => summaryOf('r'), execute: async (agent) => ({ agent, results: [] }) })
  const endless = { commandsPerSecond: 1_000_000, messagesPerSecond: 1_000_000 }
  server = await startSocketBench({ control, onMessage: () => undefined, limits: { ...endless, patience: 20_000 } })
  writeNotes(server.log, 'r', 1, 3)
})
afterAll(() => server.close())

type Dialect = 'v1' | 'seed'

/** Bytes, and how many answers and which pongs they have; or, as the last of a connection, the codes that may end it. */
type Sent = { bytes: Buffer; frames: number; answers: (dialect: Dialect) => number; pongs: Buffer[] }

const sent = (frames: readonly RawFrame[], answers: Sent['answers']): Sent => ({
  bytes: Buffer.concat(frames.map(frameBytes)),
  frames: frames.length,
  answers,
  pongs: frames.filter(({ opcode }) => opcode === opcodes.ping).map(({ payload = [] }) => Buffer.from(payload)),
})

const isExecution = (text: string): boolean => {
  const json = readJson(text, 32)
  return 'value' in json && readSeedRequest(json.value)?.kind === 'execution'
}
const answersTo = (text: string) => () => (isExecution(text) ? 2 : 1)

const word = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('r', '*', 'latest', '', 'a'.repeat(300)))
const anything = fc.oneof(word, fc.integer(), fc.jsonValue({ maxDepth: 2 }))
const likely = fc.record(
  {
    type: fc.oneof(fc.constantFrom(...Object.keys(clientFrames), 'execute', 'websocket_execution'), anything),
    id: fc.oneof(word, anything),
    run: anything,
    after: fc.oneof(fc.integer({ min: -1, max: 4 }), anything),
    cut: fc.oneof(fc.integer({ min: 0, max: 100 }), anything),
    from: fc.oneof(fc.integer({ min: 0, max: 5 }), anything),
    to: fc.integer({ min: 0, max: 2 ** 31 }),
    agent_id: anything,
    data: fc.oneof(fc.record({ agent_id: anything }), anything),
    topic: anything,
    text: anything,
    message: anything,
    question: word,
    answer: word,
  },
  { requiredKeys: [] },
)
const nested = fc.integer({ min: 1, max: 3_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth))
const text = fc.oneof(
  { weight: 5, arbitrary: likely.map((frame) => JSON.stringify(frame)) },
  { weight: 2, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((any) => any.toWellFormed()) },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60_000 }).map((size) => `{"type":"ping","id":"1","pad":"${'x'.repeat(size)}"}`) },
)
const controlPayload = fc.uint8Array({ maxLength: 125 })

const textFrame = text.map((said) => sent([{ opcode: opcodes.text, payload: Buffer.from(said) }], answersTo(said)))
const ping = controlPayload.map((payload) => sent([{ opcode: opcodes.ping, payload }], () => 0))
const pong = controlPayload.map((payload) => sent([{ opcode: opcodes.pong, payload }], () => 0))
/** A text in pieces cut anywhere, also within a character, with pings between them. */
const pieces = fc.tuple(text, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), controlPayload).map(([said, cuts, payload]) => {
  const whole = Buffer.from(said)
  const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length]
  const parts = places.slice(1).map((end, index) => whole.subarray(places[index], end))
  const frames = parts.flatMap((part, index): RawFrame[] => [
    { opcode: index === 0 ? opcodes.text : opcodes.continuation, payload: part, fin: index === parts.length - 1 },
    ...(index < parts.length - 1 ? [{ opcode: opcodes.ping, payload }] : []),
  ])
  return sent(frames, answersTo(said))
})
const kept = fc.oneof(
  { weight: 6, arbitrary: textFrame },
  { weight: 1, arbitrary: ping },
  { weight: 1, arbitrary: pong },
  { weight: 2, arbitrary: pieces },
)

type Last = { bytes: Buffer; codes: Record<Dialect, readonly number[]> }
const last = (frame: RawFrame, v1: number, seed = v1): Last => ({ bytes: frameBytes(frame), codes: { v1: [v1], seed: [seed] } })
const said = Buffer.from('{"message":"x"}')
const closing = (code: number, reason: Uint8Array = new Uint8Array()) => Buffer.concat([Buffer.from([code >> 8, code & 255]), reason])
const invalid = Buffer.from([0x22, 0xc3, 0x28, 0x22])
const lasts = fc.constantFrom<Last>(
  last({ opcode: opcodes.text, payload: invalid }, 1007),
  last({ opcode: opcodes.text, payload: Buffer.alloc(70_000, 0x20) }, 0, 1009),
  last({ opcode: opcodes.text, length: 1_048_577n }, 1009),
  last({ opcode: opcodes.text, length: 2n ** 62n }, 1009),
  last({ opcode: opcodes.binary, payload: said }, 1003, 0),
  last({ opcode: opcodes.text, payload: said, masked: false }, 1002),
  last({ opcode: opcodes.text, payload: said, reserved: 4 }, 1002),
  last({ opcode: opcodes.text, payload: said, reserved: 1 }, 1002),
  last({ opcode: 3, payload: said }, 1002),
  last({ opcode: 11, payload: said }, 1002),
  last({ opcode: opcodes.continuation, payload: said }, 1002),
  last({ opcode: opcodes.ping, payload: Buffer.alloc(126) }, 1002),
  last({ opcode: opcodes.ping, payload: said, fin: false }, 1002),
  last({ opcode: opcodes.close, payload: closing(1000) }, 1000),
  last({ opcode: opcodes.close, payload: closing(4999) }, 4999),
  last({ opcode: opcodes.close, payload: closing(1005) }, 1002),
  last({ opcode: opcodes.close, payload: Buffer.from([3]) }, 1002),
  last({ opcode: opcodes.close, payload: closing(1000, invalid) }, 1007),
  last({ opcode: opcodes.close }, 1005),
)
/** Bytes of which anything may come: a protocol error, a close that was asked for, an answer, or the wait for more. */
const garbage = fc.uint8Array({ minLength: 1, maxLength: 200 })

const isAnswer = ({ type, status }: Record<string, unknown>): boolean =>
  status === 'ok' || ['result', 'error', 'execution_response'].includes(String(type))

const openings: Readonly<Record<Dialect, readonly string[]>> = { v1: ['gal.v1', ''], seed: [''] }
const sentinels: Readonly<Record<Dialect, string>> = { v1: '{"type":"ping","id":"the last"}', seed: '{"message":"the last"}' }

/** One connection: everything kept is answered as often as it should be, and the last ends it as it should. */
const converse = async (dialect: Dialect, protocol: string, frames: readonly Sent[], end: Last | Uint8Array) => {
  const client = await openRawClient(server.port, protocol)
  const answers = () => client.texts.filter(isAnswer).length
  const opening = dialect === 'v1' ? '{"type":"hello","id":"h","client":"fuzz"}' : '{"message":"first"}'
  const all = [sent([{ opcode: opcodes.text, payload: Buffer.from(opening) }], () => 1), ...frames]
  for (const { bytes } of all) client.write(bytes)
  client.send({ opcode: opcodes.text, payload: Buffer.from(sentinels[dialect]) })
  const expected = all.reduce((count, { answers: own }) => count + own(dialect), 1)
  await client.until(() => answers() >= expected)
  client.send({ opcode: opcodes.ping, payload: Buffer.from('the last') })
  await client.until(() => client.pongs.at(-1)?.toString() === 'the last')
  expect([answers(), client.closeCode()]).toEqual([expected, undefined])
  expect(client.pongs.slice(0, -1)).toEqual(all.flatMap(({ pongs }) => pongs))
  if (dialect === 'seed') expect(client.texts.every(isAnswer)).toBe(true)
  const before = answers()
  if (end instanceof Uint8Array) {
    client.write(end)
    client.hangUp()
    return
  }
  client.write(end.bytes)
  const [code] = end.codes[dialect]
  await client.until(() => (code === 0 ? answers() > before : client.closeCode() !== undefined))
  expect(client.closeCode() ?? 0).toBe(code)
  client.hangUp()
}

/** Memory in use once all garbage is gone, in bytes. */
const heap = (): number => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

test('whatever frames come, each has its answer or ends the connection with the fitting code, and nothing is kept of them', async () => {
  let count = 0
  let early: number | undefined
  const connection = fc.record({
    dialect: fc.constantFrom<Dialect>('v1', 'seed'),
    way: fc.nat({ max: 1 }),
    frames: fc.array(kept, { minLength: 20, maxLength: 60, size: 'max' }),
    end: fc.oneof({ weight: 4, arbitrary: lasts }, { weight: 1, arbitrary: garbage }),
  })
  await fc.assert(
    fc.asyncProperty(connection, async ({ dialect, way, frames, end }) => {
      const ways = openings[dialect]
      await converse(dialect, ways[way % ways.length] ?? '', frames, end)
      count += frames.reduce((sum, { frames: own }) => sum + own, 3)
      if (early === undefined && count > 2_500) early = heap()
    }),
    { numRuns: 320, endOnFailure: true, interruptAfterTimeLimit: 28_000 },
  )
  expect(count).toBeGreaterThan(10_000)
  const later = await openRawClient(server.port)
  later.send({ opcode: opcodes.text, payload: said })
  await later.until(() => later.texts.length > 0)
  later.hangUp()
  expect(server.defects).toEqual([])
  expect(heap() - (early ?? 0)).toBeLessThan(16 * 1024 * 1024)
}, 60_000)
