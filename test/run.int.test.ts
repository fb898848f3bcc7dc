import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { phaseNames } from '../src/core/names.ts'
import { gal } from './support/gal.ts'
import { keptFolder } from './support/temporary.ts'

const topic = 'Does label smoothing help a small classifier?'
const rehearse = (cwd: string, seed: string, env: Record<string, string> = {}) =>
  gal(['run', topic, '--seed', seed, '--no-serve', '--plain'], { cwd, env })

type Line = { run: string; seq: number; pos: number; at: string; event: { type: string; phase?: string; attempt?: number } }
type Coverage = { result: { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }[] }

describe('the first command, without a model and without a network', () => {
  const [first, again, other] = [keptFolder(), keptFolder(), keptFolder()]
  const coverage = join(first, 'coverage')
  let ended: Awaited<ReturnType<typeof rehearse>>

  beforeAll(async () => {
    mkdirSync(coverage)
    const runs = [rehearse(first, '5', { NODE_V8_COVERAGE: coverage }), rehearse(again, '5'), rehearse(other, '6')]
    ended = await (runs[0] as (typeof runs)[0])
    await Promise.all(runs)
  }, 120_000)

  const runOf = (cwd: string) => readdirSync(join(cwd, 'runs')).find((name) => existsSync(join(cwd, 'runs', name, 'report'))) ?? ''
  const reportOf = (cwd: string, name = 'report.md') => readFileSync(join(cwd, 'runs', runOf(cwd), 'report', name), 'utf8')

  test('ends with a complete report and status 0 within a minute', () => {
    expect(ended.err + ended.out).toMatch(/is complete/)
    expect(ended.status).toBe(0)
    expect(ended.ms).toBeLessThan(60_000)
  })

  test('says why it rehearses, and says on the first page that it is a rehearsal', () => {
    expect(ended.err + ended.out).toMatch(/Ollama.*rehears/i)
    expect(reportOf(first).split('## Abstract')[0]).toContain('This is a rehearsal')
  })

  test('goes through LangGraph and LangChain', () => {
    const ran = readdirSync(coverage)
      .flatMap((name) => (JSON.parse(readFileSync(join(coverage, name), 'utf8')) as Coverage).result)
      .filter(({ functions }) => functions.some(({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0))
      .map(({ url }) => url)
    for (const library of ['node_modules/@langchain/langgraph/', 'node_modules/langchain/', 'node_modules/@langchain/core/'])
      expect(
        ran.some((url) => url.includes(library)),
        library,
      ).toBe(true)
  })

  test('puts the seven phases on the record in order, and those after planning once more', async () => {
    const { out } = await gal(['export', 'latest', '--format', 'jsonl'], { cwd: first })
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
    const starts = lines.flatMap(({ event }) => (event.type === 'phase-start' ? [`${event.phase} ${event.attempt}`] : []))
    expect(starts).toEqual([...phaseNames.map((name) => `${name} 1`), ...phaseNames.slice(1).map((name) => `${name} 2`)])
    expect(Object.keys(lines[0] ?? {})).toEqual(['run', 'seq', 'pos', 'at', 'event'])
  })

  test('gives the same files to the byte for the same seed, and other numbers for another', () => {
    for (const name of [
      'report.md',
      'readme.md',
      'tables/results.csv',
      'figures/arms.svg',
      'bibliography.bib',
      'reviews.json',
      'src/main.mjs',
    ])
      expect(reportOf(again, name), name).toBe(reportOf(first, name))
    expect(reportOf(other, 'tables/results.csv')).not.toBe(reportOf(first, 'tables/results.csv'))
  })

  test('leaves out of the report what differs from run to run', () => {
    const report = reportOf(first)
    expect(report).not.toContain(runOf(first))
    expect(report).not.toContain(first)
    expect(report).not.toMatch(/\b20\d\d-\d\d-\d\dT|\b\d\d:\d\d:\d\d\b/)
  })

  test('shows the run to people and programs', async () => {
    const listed = JSON.parse((await gal(['runs', '--json'], { cwd: first })).out) as {
      run: string
      topic: string
      status: string
      outcome: unknown
    }[]
    expect(listed).toEqual([expect.objectContaining({ run: runOf(first), topic, status: 'ended', outcome: { kind: 'complete' } })])
    const shown = await gal(['show', 'latest'], { cwd: first })
    expect(shown.out).toMatch(/complete/)
    expect((await gal(['resume', 'latest', '--no-serve', '--plain'], { cwd: first })).status).toBe(0)
  })
})
