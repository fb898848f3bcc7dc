import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runGodot } from '../src/cli/godot/run-godot.ts'
import { gal } from '../test/support/gal.ts'
import { writeBigLog } from '../test/web/big-log.ts'
import { project, windowedHere } from '../tools/godot/here.ts'
import type { Row } from './row.ts'

/**
 * `npm run bench:godot`: the viewer in a window of 1280×720 with software OpenGL, everything moving, beside an empty one in the same
 * process, in turns: both at as many frames a second as the viewer draws on this machine, which is what a person sees, and both as
 * fast as can be, which is what it costs. `--minutes 10` plays the record longer; exit status 1 when a bound is missed.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' } } })
const entries = 50_000

const godot = await windowedHere()
const folder = mkdtempSync(join(tmpdir(), 'gal-bench-'))

/** The figures that Godot prints, by name. */
const measure = async (path: string, replay: string, part: string, more: readonly string[] = []): Promise<Map<string, number>> => {
  const args = ['--path', project, 'res://tests/bench/bench.tscn', '--', `--replay=${replay}`, `--part=${part}`, ...more]
  const env = { ...process.env, XDG_DATA_HOME: join(folder, 'data') }
  const { output, exitCode } = await runGodot(path, args, { env, seconds: 1800 })
  const rows = [...output.matchAll(/^row (\S+) (\S+)$/gm)].map(([, name = '', value]): [string, number] => [name, Number(value)])
  if (exitCode !== 0 || rows.length === 0) throw new Error(`Godot measured nothing of ${part}: ${output.slice(-2000)}`)
  const troubles = output.split('\n').filter((line) => /SCRIPT ERROR|USER ERROR/.test(line))
  if (troubles.length > 0) throw new Error(`Godot complained while it was measured: ${troubles[0]}`)
  return new Map(rows)
}

const big = async (): Promise<string> => {
  writeBigLog(join(folder, 'gal.sqlite'), 'big', entries)
  const file = join(folder, 'big.jsonl')
  const { status, err } = await gal(['export', 'big', '--format', 'jsonl', '-o', file, '--runs', folder], { cwd: folder })
  if (status !== 0) throw new Error(err)
  return file
}

const shares = ['p50', 'p95', 'p99'] as const

const frameRows = (got: Map<string, number>): Row[] => {
  const of = (name: string): number => got.get(name) ?? Number.NaN
  const ratio = (mode: string, share: string): number => of(`${mode}.house.${share}`) / of(`${mode}.empty.${share}`)
  const times = (mode: string, what: string): Row[] =>
    shares.flatMap((share) => [
      { what: `${what}, empty window, ${share}`, value: of(`${mode}.empty.${share}`), unit: 'ms' },
      { what: `${what}, everything moving, ${share}`, value: of(`${mode}.house.${share}`), unit: 'ms' },
    ])
  return [
    ...times('viewer', `a frame at ${of('viewer.cap')} a second`),
    { what: 'everything moving over empty, p95', value: ratio('viewer', 'p95'), unit: '×', bound: 1.5 },
    ...times('free', 'a frame as fast as can be'),
    { what: 'everything moving over empty, p95, as fast as can be', value: ratio('free', 'p95'), unit: '×' },
    { what: 'draw calls of a frame', value: of('draw-calls'), unit: '' },
    { what: 'nodes', value: of('nodes'), unit: '' },
    { what: 'memory', value: of('memory.MiB'), unit: 'MiB' },
  ]
}

const memoryRows = (got: Map<string, number>): Row[] => {
  const of = (name: string): number => got.get(name) ?? Number.NaN
  return [
    { what: `replay at 16×, ${values.minutes} min, times through`, value: of('replay.rounds'), unit: '' },
    { what: 'memory after 5 s', value: of('replay.first.MiB'), unit: 'MiB' },
    { what: 'memory at the end', value: of('replay.last.MiB'), unit: 'MiB' },
    { what: 'the end over the beginning', value: of('replay.last.MiB') / of('replay.first.MiB'), unit: '×', bound: 1.2 },
    { what: 'nodes that nobody holds', value: of('replay.orphans'), unit: '' },
  ]
}

const seekRows = (got: Map<string, number>): Row[] => [
  { what: `${got.get('entries')} entries read and folded`, value: got.get('loaded.s') ?? Number.NaN, unit: 's' },
  ...shares.flatMap((share) => [
    { what: `state of any moment, ${share}`, value: got.get(`seek.state.${share}`) ?? Number.NaN, unit: 'ms' },
    { what: `jump to any moment, shown, ${share}`, value: got.get(`seek.shown.${share}`) ?? Number.NaN, unit: 'ms' },
  ]),
  { what: 'memory with all of them', value: got.get('seek.memory.MiB') ?? Number.NaN, unit: 'MiB' },
]

const print = ({ what, value, unit, bound }: Row): void => {
  const said = value >= 100 ? value.toFixed(0) : value.toPrecision(3)
  const verdict = bound === undefined ? '' : `${value <= bound ? 'holds' : 'MISSED'}, at most ${bound}`
  console.log(`${what.padEnd(56)} ${said.padStart(8)} ${unit.padEnd(4)} ${verdict}`.trimEnd())
  if (bound !== undefined && !(value <= bound)) process.exitCode = 1
}

try {
  const example = 'res://example/rehearsal.jsonl'
  frameRows(await measure(godot.windowed, example, 'frames')).forEach(print)
  const seconds = `--seconds=${Number(values.minutes) * 60}`
  memoryRows(await measure(godot.windowed, example, 'memory', [seconds])).forEach(print)
  seekRows(await measure(godot.windowed, await big(), 'seeks')).forEach(print)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
