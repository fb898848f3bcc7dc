import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gal, processesOf, until } from './support/gal.ts'
import { temporary } from './support/temporary.ts'

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

const count = (lines: readonly Line[], type: string) => {
  const times = new Map<string, number>()
  for (const { event } of lines) if (event.type === type && event.id !== undefined) times.set(event.id, (times.get(event.id) ?? 0) + 1)
  return times
}

test('killed by SIGKILL at 24 moments, also before its first event, a run comes to the same end, and nothing is lost, doubled or left', async () => {
  const whole = temporary()
  const uninterrupted = await gal(['run', topic, '--model', 'rehearsal', ...flags], { cwd: whole })
  expect(uninterrupted.err + uninterrupted.out).toMatch(/is complete/)
  expect(uninterrupted.status).toBe(0)
  const expected = await show(whole)

  const cwd = temporary()
  const roll = dice(20_261)
  let kills = 0
  let begun = false
  let ended = false
  // Early moments first: while Node starts, while the run is put on the log, while LangChain is loaded. Then anywhere.
  while (!ended) {
    const killAfter = kills < 8 ? 60 + roll(900) : kills < 24 ? 700 + roll(900) : undefined
    const command = begun ? ['resume', 'latest'] : ['run', topic, '--model', 'rehearsal']
    const { status, signal, err } = await gal([...command, ...flags], { cwd, ...(killAfter === undefined ? {} : { killAfter }) })
    if (signal === 'SIGKILL') kills += 1
    else expect(status, err).toBe(0)
    ended = signal === null
    expect(await until(() => processesOf(cwd).length === 0, 5000), processesOf(cwd).join('\n')).toBe(true)
    begun ||= (JSON.parse((await gal(['runs', '--json'], { cwd })).out) as unknown[]).length > 0
  }
  expect(kills).toBeGreaterThanOrEqual(20)

  const reached = await show(cwd)
  expect(reached.outcome).toEqual(expected.outcome)
  expect(reached.endState).toBe(expected.endState)
  const report = (folder: string, { run }: Shown) => readFileSync(join(folder, 'runs', run, 'report', 'report.md'), 'utf8')
  expect(report(cwd, reached)).toBe(report(whole, expected))

  const lines = await record(cwd)
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, place) => place + 1))
  for (const type of ['turn-start', 'turn-reply', 'turn-end', 'program-start', 'program-end']) {
    const again = [...count(lines, type)].filter(([, times]) => times > 1)
    expect(again, `${type} on the log twice`).toEqual([])
    expect([...count(lines, type).keys()].sort(), type).toEqual([...count(await record(whole), type).keys()].sort())
  }
  expect((await gal(['check', 'latest'], { cwd })).status).toBe(0)
}, 300_000)
