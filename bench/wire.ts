import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { Row } from './row.ts'
import type { Got } from './wire/clients.ts'
import { openNotes, run } from './wire/log-of-notes.ts'
import type { ServerCost } from './wire/serve-ticks.ts'

const viewers = 1000
const seconds = 10
const perSecond = 50
const rounds = 4
const idle = 10
const backlog = 9000
const replayed = 10_000

const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const start = (program: string, args: readonly string[]): ChildProcess =>
  fork(join(import.meta.dirname, 'wire', program), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
const told = async <Told>(child: ChildProcess): Promise<Told> => ((await once(child, 'message')) as [Told])[0]
const ended = async (child: ChildProcess): Promise<void> => {
  const end = once(child, 'exit')
  child.disconnect()
  await end
}

const inFolder = async <Result>(act: (file: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-bench-'))
  try {
    return await act(join(folder, 'gal.sqlite'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Load = Got & ServerCost & { codes: number[] }

/** One server process, its viewers in another, and the events of `length` seconds; `sleepers` are viewers that never read. */
const load = (program: string, count: number, length: number, sleepers = 0): Promise<Load> =>
  inFolder(async (file) => {
    const after = sleepers > 0 ? fill(file, backlog) : 0
    const server = start(program, [file])
    const { port } = await told<{ port: number }>(server)
    const clients = start('clients.ts', [`ws://127.0.0.1:${port}`, String(count), String(sleepers), String(after)])
    await told(clients)
    const cost = told<{ cost: ServerCost }>(server)
    server.send({ ticks: length * perSecond })
    const { cost: spent } = await cost
    const taken = told<{ got: Got }>(clients)
    clients.send('take')
    const { got } = await taken
    const woken = told<{ codes: number[] }>(clients)
    clients.send('wake')
    const { codes } = await woken
    await ended(clients)
    await ended(server)
    return { ...got, ...spent, codes }
  })

/** Stores so many events and gives how many there are. */
const fill = (file: string, count: number, text = 'words that nobody reads '.repeat(100)): number => {
  const notes = openNotes(file)
  for (let done = 0; done < count; done += 100)
    notes.append(Array.from({ length: 100 }, () => ({ type: 'note-add', by: 'bench', text }) as const))
  const head = notes.head()
  notes.log.close()
  return head
}

/** Milliseconds until a viewer has all events of a run, and to read them from the database and nothing more. */
const replay = (): Promise<{ wire: number; read: number }> =>
  inFolder(async (file) => {
    fill(file, replayed, 'words of a role '.repeat(17))
    const server = start('serve-gal.ts', [file])
    const { port } = await told<{ port: number }>(server)
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, ['gal.v1'], { perMessageDeflate: false })
    await once(socket, 'open')
    socket.send(JSON.stringify({ type: 'hello', id: 'h', client: 'bench' }))
    const begin = performance.now()
    let events = 0
    socket.send(JSON.stringify({ type: 'subscribe', id: 's', run, after: 0 }))
    const wire = await new Promise<number>((resolve) => {
      socket.on('message', (data: Buffer) => {
        if (data.includes('"type":"event"', 0, 'latin1')) events += 1
        if (events === replayed) resolve(performance.now() - begin)
      })
    })
    socket.terminate()
    await ended(server)
    const { log } = openNotes(file)
    const from = performance.now()
    const rows = log.read(run, 0, replayed)
    const read = performance.now() - from
    log.close()
    if (rows.length !== replayed) throw new Error('the database has lost events')
    return { wire, read }
  })

/** Measures the server beside bare `ws`, in turns and each first as often as the other; takes about two minutes. */
export const benchWire = async (): Promise<Row[]> => {
  const ours: Load[] = []
  const bare: Load[] = []
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['serve-gal.ts', 'serve-bare.ts'] as const) : (['serve-bare.ts', 'serve-gal.ts'] as const)
    for (const program of order) (program === 'serve-gal.ts' ? ours : bare).push(await load(program, viewers, seconds))
  }
  const slow = await load('serve-gal.ts', 100, 8, idle)
  const replays: { wire: number; read: number }[] = []
  for (let round = 0; round < 3; round += 1) replays.push(await replay())

  const rate = ({ frames, seconds: took }: Got) => frames / took
  const median = (loads: readonly Load[], of: (one: Load) => number) => medianOf(loads.map(of))
  const ratio = (of: (one: Load) => number) => medianOf(ours.map((one, place) => of(one) / of(bare[place] ?? one)))
  const expected = viewers * seconds * perSecond
  return [
    { what: `deliveries to ${viewers} viewers, ${perSecond} events/s`, value: median(ours, rate), unit: '1/s' },
    { what: 'the same by bare ws', value: median(bare, rate), unit: '1/s' },
    { what: 'bare over ours, median of pairs', value: 1 / ratio(rate), unit: '×', bound: 1 / 0.9 },
    { what: 'deliveries that did not come', value: Math.max(...ours.map(({ frames }) => expected - frames)), unit: '', bound: 0 },
    { what: 'from when it was due to the viewer, p50', value: median(ours, ({ p50 }) => p50), unit: 'ms' },
    { what: 'from when it was due to the viewer, p99', value: median(ours, ({ p99 }) => p99), unit: 'ms' },
    { what: 'bare ws, p50', value: median(bare, ({ p50 }) => p50), unit: 'ms' },
    { what: 'bare ws, p99', value: median(bare, ({ p99 }) => p99), unit: 'ms' },
    { what: 'CPU for a delivery', value: median(ours, ({ cpu, frames }) => (cpu * 1000) / frames), unit: 'µs' },
    { what: 'CPU for a delivery by bare ws', value: median(bare, ({ cpu, frames }) => (cpu * 1000) / frames), unit: 'µs' },
    { what: `memory with ${viewers} viewers`, value: median(ours, ({ memory }) => memory / 2 ** 20), unit: 'MiB' },
    { what: 'memory of bare ws with as many', value: median(bare, ({ memory }) => memory / 2 ** 20), unit: 'MiB' },
    {
      what: `of ${idle} viewers that never read, not let go (4308)`,
      value: idle - slow.codes.filter((code) => code === 4308).length,
      unit: '',
      bound: 0,
    },
    { what: '100 others meanwhile, p50', value: slow.p50, unit: 'ms' },
    { what: '100 others meanwhile, p99', value: slow.p99, unit: 'ms' },
    { what: `${replayed} events to one viewer`, value: medianOf(replays.map(({ wire }) => wire)), unit: 'ms' },
    { what: 'the same only read from SQLite', value: medianOf(replays.map(({ read }) => read)), unit: 'ms' },
    { what: 'the first over the second', value: medianOf(replays.map(({ wire, read }) => wire / read)), unit: '×' },
  ]
}
