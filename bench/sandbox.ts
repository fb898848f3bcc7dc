import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LabEvent } from '../src/core/events/index.ts'
import { fold } from '../src/core/events/index.ts'
import { createState } from '../src/core/state.ts'
import { runProcess } from '../src/process/run-process.ts'
import { createBubblewrap } from '../src/sandbox/bubblewrap.ts'
import { probeBubblewrap } from '../src/sandbox/probe-bubblewrap.ts'
import { readMetrics } from '../src/sandbox/read-metrics.ts'
import { programOf, testTools } from '../src/sandbox/sandbox.conformance.ts'
import type { Program } from '../src/sandbox/sandbox.ts'
import type { Row } from './row.ts'

const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const nobody = AbortSignal.any([])
const silent = () => undefined

const inFolder = async <Result>(use: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-bench-'))
  return use(folder).finally(() => rmSync(folder, { recursive: true, force: true }))
}

const timeOf = async (act: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now()
  await act()
  return performance.now() - begin
}

const sandbox = createBubblewrap(testTools)
const boxed = (program: Program) =>
  inFolder(async (folder) => {
    const settings = { folder, seconds: 120, memoryMiB: 256, outputChars: 1000 }
    const { fault } = await sandbox.run(program, settings, nobody, silent)
    if (fault) throw new Error(fault.message)
  })

/** A program that does nothing, in the sandbox and bare; both with the guard that ends what they start. */
const starts = async (): Promise<{ ours: number; bare: number }> => {
  const spec = { command: testTools.nodePath, args: ['--eval', ''], cwd: '/', env: {}, seconds: 20, outputChars: 1000 }
  return { bare: await timeOf(() => runProcess(spec, nobody, silent)), ours: await timeOf(() => boxed(programOf('javascript', ''))) }
}

/** Metrics a second, from the lines in a file to the registry of a run's state. */
const metricRate = (count: number): Promise<number> =>
  inFolder(async (folder) => {
    const line = (n: number) =>
      JSON.stringify({ name: 'accuracy', value: n / count, seed: n % 5, arm: 'proposed', split: 'valid', step: n })
    await writeFile(join(folder, 'metrics.jsonl'), `${Array.from({ length: count }, (_, n) => line(n)).join('\n')}\n`)
    const at = new Date(0).toISOString()
    const before: LabEvent[] = [
      { type: 'phase-start', phase: 'running-experiments', attempt: 1 },
      { type: 'program-start', id: 'p', turn: 't', role: 'ml-engineer', operator: 'draft', language: 'python', code: '' },
    ]
    const state = fold(
      createState(),
      before.map((event) => ({ event, at })),
    )
    const begin = performance.now()
    const { metrics, fault } = await readMetrics(folder)
    if (fault) throw new Error(fault.message)
    const event: LabEvent = {
      ...{ type: 'program-end', id: 'p', exitCode: 0, signal: null, output: '', metrics, files: [], sandbox: 'bubblewrap', seconds: 1 },
    } as LabEvent
    const after = fold(state, [{ event, at }])
    const spent = performance.now() - begin
    if (after.now.programs.p?.metrics.length !== count) throw new Error('metrics were lost')
    return count / (spent / 1000)
  })

/** About a second of work on one core. */
const busy = programOf('javascript', 'let sum = 0\nfor (let i = 0; i < 1.2e9; i++) sum = (sum + i) | 0\nconsole.log(sum)')

const pair = async (): Promise<number> => {
  const sequence = await timeOf(async () => {
    await boxed(busy)
    await boxed(busy)
  })
  return (await timeOf(() => Promise.all([boxed(busy), boxed(busy)]))) / sequence
}

const measured = async (): Promise<Row[]> => {
  await boxed(programOf('javascript', ''))
  const begun: { ours: number; bare: number }[] = []
  for (let round = 0; round < 15; round++) begun.push(await starts())
  const rates: number[] = []
  for (let round = 0; round < 5; round++) rates.push(await metricRate(10_000))
  const pairs: number[] = []
  for (let round = 0; round < 3; round++) pairs.push(await pair())
  return [
    { what: 'an empty program in bubblewrap', value: medianOf(begun.map(({ ours }) => ours)), unit: 'ms' },
    { what: 'the same as a bare process', value: medianOf(begun.map(({ bare }) => bare)), unit: 'ms' },
    {
      what: 'the first beyond the second, median of 15 pairs',
      value: medianOf(begun.map(({ ours, bare }) => ours - bare)),
      unit: 'ms',
      bound: 50,
    },
    { what: '10,000 metrics, from the file to the registry', value: 10_000 / (medianOf(rates) / 1000), unit: 'ms', bound: 1000 },
    {
      what: 'two busy programs side by side, over in sequence',
      value: medianOf(pairs),
      unit: '×',
      // On one core there is nothing to win.
      ...(availableParallelism() > 1 ? { bound: 0.6 } : {}),
    },
  ]
}

/** Measures how programs are run, beside their bare counterparts; nothing where bubblewrap does not work. */
export const benchSandbox = async (): Promise<Row[]> => ('problem' in (await probeBubblewrap(testTools)) ? [] : measured())
