import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Annotation, END, START, StateGraph } from '@langchain/langgraph'
import type { LabEvent } from '../src/core/events/index.ts'
import { fold } from '../src/core/events/index.ts'
import { createState } from '../src/core/state.ts'
import { drive } from '../src/lab/drive.ts'
import { openJournal } from '../src/lab/journal.ts'
import { createTestParts, start } from '../src/lab/testing/test-lab.ts'
import { createScripted } from '../src/models/scripted.ts'
import { literatureReview } from '../src/phases/literature-review.ts'
import { openSqliteEventLog } from '../src/store/sqlite-event-log.ts'
import type { Row } from './row.ts'

const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const owner = { pid: 1, started: 'then', host: 'here' }

const withLog = async <Result>(use: (log: ReturnType<typeof openSqliteEventLog>) => Promise<Result> | Result): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-bench-'))
  const log = openSqliteEventLog(join(folder, 'gal.sqlite'), { clock: Date.now, alive: () => false })
  try {
    return await use(log)
  } finally {
    log.close()
    rmSync(folder, { recursive: true })
  }
}

/** Milliseconds of a bare LangGraph.js transition: one node that goes back to itself. */
const bareTransition = async (turns: number): Promise<number> => {
  const State = Annotation.Root({ n: Annotation<number>() })
  const graph = new StateGraph(State)
    .addNode('turn', ({ n }) => ({ n: n + 1 }))
    .addEdge(START, 'turn')
    .addConditionalEdges('turn', ({ n }) => (n < turns ? 'turn' : END))
    .compile()
  const begin = performance.now()
  await graph.invoke({ n: 0 }, { recursionLimit: turns + 10 })
  return (performance.now() - begin) / turns
}

/** Milliseconds of a whole turn on SQLite with a model that answers at once: decide, three appends, request, parse, command. */
const drivenTurn = (turns: number): Promise<number> =>
  withLog(async (log) => {
    log.create('run', start)
    const taken = log.acquire('run', owner)
    if (!('lease' in taken)) throw new Error('the run is driven')
    let asked = 0
    const model = createScripted(() => {
      asked += 1
      return JSON.stringify({ command: 'search-papers', query: `label smoothing ${asked}` })
    })
    const parts = createTestParts({ model, phaseSettings: { 'literature-review': { steps: turns } } })
    const quick = { ...parts, source: { ...parts.source, search: async () => ({ status: 'ok' as const, papers: [] }) } }
    const journal = openJournal(log, taken.lease)
    const begin = performance.now()
    await drive(quick, literatureReview, journal, new AbortController().signal)
    const spent = performance.now() - begin
    journal.close()
    return spent / asked
  })

const turnEvents = (n: number): LabEvent[] => {
  const id = `literature-review.1.${n}.0`
  return [
    { type: 'turn-start', id, step: n, role: 'phd-student', ask: 'next', told: 'The review holds 1 paper; 4 to go.', reserve: 5000 },
    { type: 'turn-reply', id, text: `${n} `.repeat(40), model: 'scripted', usage: { input: 100, output: 20, cost: 0 } },
    { type: 'turn-end', id, command: 'search-papers', ok: true, result: 'No paper was found.' },
  ]
}

/** Seconds to open a run of so many events, all read from SQLite and folded, as a resume does. */
const resumeTime = (events: number): Promise<number> =>
  withLog((log) => {
    log.create('run', start)
    const taken = log.acquire('run', owner)
    if (!('lease' in taken)) throw new Error('the run is driven')
    let seq = log.append(taken.lease, [{ type: 'phase-start', phase: 'literature-review', attempt: 1 }], 0).at(-1)?.seq ?? 0
    for (let n = 0; seq < events; n++) seq = log.append(taken.lease, turnEvents(n), seq).at(-1)?.seq ?? seq
    const begin = performance.now()
    // A driver checks the record before it goes on with it.
    if (!log.verify('run').ok) throw new Error('the record is broken')
    openJournal(log, taken.lease).close()
    return (performance.now() - begin) / 1000
  })

/** Seconds to fold so many events that are in memory already. */
const foldTime = (events: number): number => {
  const at = new Date(0).toISOString()
  const rows = [{ event: { type: 'phase-start', phase: 'literature-review', attempt: 1 } as LabEvent, at }]
  for (let n = 0; rows.length < events; n++) rows.push(...turnEvents(n).map((event) => ({ event, at })))
  const begin = performance.now()
  fold(createState(), rows)
  return (performance.now() - begin) / 1000
}

/** Measures the driver beside its bare counterparts, in turns, so that a change in the machine's speed meets both. */
export const benchDriver = async (): Promise<Row[]> => {
  const turns = 400
  const pairs: { ours: number; bare: number }[] = []
  for (let round = 0; round < 5; round++) pairs.push({ bare: await bareTransition(turns), ours: await drivenTurn(turns) })
  const ratios = pairs.map(({ ours, bare }) => ours / bare)
  const small = medianOf([foldTime(10_000), foldTime(10_000), foldTime(10_000)])
  const large = medianOf([foldTime(50_000), foldTime(50_000), foldTime(50_000)])
  return [
    { what: 'a turn of the driver, model at no latency', value: medianOf(pairs.map(({ ours }) => ours)) * 1000, unit: 'µs' },
    { what: 'a bare LangGraph.js transition', value: medianOf(pairs.map(({ bare }) => bare)) * 1000, unit: 'µs' },
    { what: 'the first over the second, median of 5 pairs', value: medianOf(ratios), unit: '×', bound: 2 },
    { what: 'a run of 10,000 events resumed', value: await resumeTime(10_000), unit: 's', bound: 1 },
    { what: '10,000 events folded', value: small * 1000, unit: 'ms' },
    { what: '50,000 events folded', value: large * 1000, unit: 'ms' },
    { what: 'per event, 50,000 over 10,000', value: large / 50_000 / (small / 10_000), unit: '×', bound: 2 },
  ]
}
