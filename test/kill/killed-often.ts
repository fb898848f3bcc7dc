import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { gal, processesOf, startGal, until } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'

const topic = 'Does label smoothing help a small classifier?'
const flags = ['--no-serve', '--plain', '--seed', '7'] as const

type Shown = { run: string; endState: string; outcome: { kind: string } | null; events: number }
type Line = { seq: number; event: { type: string; id?: string } }

const show = async (cwd: string): Promise<Shown> => JSON.parse((await gal(['show', 'latest', '--json'], { cwd })).out) as Shown
const record = async (cwd: string): Promise<Line[]> =>
  (await gal(['export', 'latest', '--format', 'jsonl'], { cwd })).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

/** A whole number from 0 to below `below`, the same at every run of the test. */
const dice = (seed: number) => {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const linesIn = (text: string): number => text.split('\n').length - 1

type Moment = { lines: number; ms: number }

/** Runs the command, and kills it so long after it has printed so many lines; without a moment it comes to its own end. */
const killed = async (args: readonly string[], cwd: string, moment: Moment | undefined) => {
  const child = startGal(args, { cwd })
  let [lines, err] = [0, '']
  let timer: NodeJS.Timeout | undefined
  const look = () => {
    if (moment && lines >= moment.lines) timer ??= setTimeout(() => child.kill('SIGKILL'), moment.ms)
  }
  const hear = (data: Buffer) => {
    lines += linesIn(data.toString())
    look()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', (data: Buffer) => {
    err += data.toString()
  })
  look()
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null]
  clearTimeout(timer)
  return { status, signal, lines, err }
}

const count = (lines: readonly Line[], type: string) => {
  const times = new Map<string, number>()
  for (const { event } of lines) if (event.type === type && event.id !== undefined) times.set(event.id, (times.get(event.id) ?? 0) + 1)
  return times
}

/** How often a run is killed: so many times while it starts, then so many times spread over the rest of it. */
export type Kills = { early: number; later: number }

/** A run that is killed by SIGKILL that often comes to the same end as one that is not, and nothing is lost, doubled or left. */
export const killedOften = async ({ early, later }: Kills): Promise<void> => {
  const whole = temporary()
  const uninterrupted = await gal(['run', topic, '--model', 'rehearsal', ...flags], { cwd: whole })
  expect(uninterrupted.err + uninterrupted.out).toMatch(/is complete/)
  expect(uninterrupted.status).toBe(0)
  const expected = await show(whole)

  const cwd = temporary()
  const roll = dice(20_261)
  const part = linesIn(uninterrupted.out) / later
  let kills = 0
  let printed = 0
  let begun = false
  let ended = false
  // Early moments first: while Node starts, while the run is put on the log, while LangChain is loaded. Then in each equal part of the
  // run, counted in the lines that it prints, so that a fast machine is killed as often as a slow one.
  while (!ended) {
    const next = (kills - early) * part + roll(part) - printed
    const moment =
      kills < early ? { lines: 0, ms: 60 + roll(900) } : kills < early + later ? { lines: Math.max(2, next), ms: roll(100) } : undefined
    const command = begun ? ['resume', 'latest'] : ['run', topic, '--model', 'rehearsal']
    const { status, signal, lines, err } = await killed([...command, ...flags], cwd, moment)
    printed += lines
    if (signal === 'SIGKILL') kills += 1
    else expect(status, err).toBe(0)
    ended = signal === null
    expect(await until(() => processesOf(cwd).length === 0, 5000), processesOf(cwd).join('\n')).toBe(true)
    begun ||= (JSON.parse((await gal(['runs', '--json'], { cwd })).out) as unknown[]).length > 0
  }
  // A run that ends before its last moments is killed less often.
  expect(kills).toBeGreaterThanOrEqual(early + Math.floor(0.75 * later))

  const reached = await show(cwd)
  expect(reached.outcome).toEqual(expected.outcome)
  expect(reached.endState).toBe(expected.endState)
  const report = (folder: string, { run }: Shown) => readFileSync(join(folder, 'runs', run, 'report', 'report.md'), 'utf8')
  expect(report(cwd, reached)).toBe(report(whole, expected))

  const [lines, linesOfWhole] = [await record(cwd), await record(whole)]
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, place) => place + 1))
  for (const type of ['turn-start', 'turn-reply', 'turn-end', 'program-start', 'program-end']) {
    const again = [...count(lines, type)].filter(([, times]) => times > 1)
    expect(again, `${type} on the log twice`).toEqual([])
    expect([...count(lines, type).keys()].sort(), type).toEqual([...count(linesOfWhole, type).keys()].sort())
  }
  expect((await gal(['check', 'latest'], { cwd })).status).toBe(0)
}
