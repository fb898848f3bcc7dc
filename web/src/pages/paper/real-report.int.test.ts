import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createViewerState, foldViewer } from '../../../../src/core/viewer/fold.ts'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { labelsOf } from '../../../../src/report/labels/index.ts'
import type { StoredEvent } from '../../../../src/store/event-log.ts'
import { settingPlaces, settingsOf } from './data/settings-of.ts'
import { parseMarkdown } from './text/parse-markdown.ts'
import { type Report, readReport } from './text/report-tree.ts'
import { textOfBlocks } from './text/text-of-blocks.ts'
import { type TracedReport, traceReport } from './text/trace-report.ts'
import { createRegistry, type Registry } from './trace/registry.ts'

const run = promisify(execFile)
const gal = join(import.meta.dirname, '../../../../bin/gal.js')
const folder = mkdtempSync(join(tmpdir(), 'gal-paper-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let state: ViewerState
let registry: Registry
let markdown: string
let report: Report
let traced: TracedReport

const textIn = ({ event }: StoredEvent): string => {
  const { text = '', code = text } = event as { text?: unknown; code?: unknown }
  return typeof code === 'string' ? code : ''
}

beforeAll(async () => {
  const options = { cwd: folder, maxBuffer: 1e9 }
  await run(
    process.execPath,
    [gal, 'run', 'Does label smoothing help a small classifier?', '--model', 'rehearsal', '--runs', folder, '--plain', '--no-serve'],
    options,
  )
  const { stdout } = await run(process.execPath, [gal, 'export', '--format', 'jsonl', '--runs', folder], options)
  const entries = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StoredEvent)
  const [first] = entries
  if (!first) throw new Error('the run has no entries')
  state = entries.reduce(foldViewer, createViewerState(first.run))
  const bySeq = new Map(entries.map((entry) => [entry.seq, textIn(entry)]))
  const texts = new Map(settingPlaces(state).map(({ seq }) => [seq, bySeq.get(seq) ?? '']))
  registry = createRegistry(state, settingsOf(state, texts))
  markdown = readFileSync(join(folder, state.run, 'report/report.md'), 'utf8')
  report = readReport(parseMarkdown(markdown), labelsOf(state.language))
  traced = traceReport(report, registry)
}, 60_000)

const tally = ({ marks }: TracedReport): Record<string, number> =>
  Object.fromEntries(Object.entries(Object.groupBy(marks, ({ kind }) => kind)).map(([kind, all]) => [kind, all?.length ?? 0]))

test('all sections of a real report are known', () => {
  expect(report.sections.map(({ kind }) => kind)).not.toContain('other')
  expect(report.sections.length).toBeGreaterThan(12)
})

test('every number of a rehearsal’s report is traced', () => {
  const counts = tally(traced)
  process.stdout.write(`numbers of a rehearsal's report: ${JSON.stringify(counts)}\n`)
  expect(traced.marks.filter(({ kind }) => kind === 'unchecked').map(({ text, title }) => `${title}: ${text}`)).toEqual([])
  expect(counts.derived).toBeGreaterThan(100)
})

test('every mean of the table of results comes from its own row', () => {
  const tableMarks = traced.marks.filter(
    ({ section, sources }) => section === 'results' && sources[0]?.type === 'fact' && sources[0].fact.how === 'mean',
  )
  expect(tableMarks.length).toBeGreaterThan(12)
  for (const { text, sources } of tableMarks)
    for (const source of sources)
      if (source.type === 'fact')
        expect(Math.abs(source.fact.value)).toBeCloseTo(Math.abs(Number(text.replace('−', '-'))), (text.split('.')[1] ?? '').length - 1)
})

test('marks change no letter of the report', () => {
  const words = ({ sections }: Report) => sections.map(({ parts }) => parts.map(({ blocks }) => textOfBlocks(blocks)).join('\n')).join('\n')
  expect(words(traced.report)).toBe(words(report))
})

/** Another number with as many digits, by a rule that needs no chance. */
const changed = (digits: string, place: number): string =>
  [...digits].map((digit) => (/\d/.test(digit) ? (Number(digit) + 3 + (place % 5)) % 10 : digit)).join('')

test('numbers that nobody measured are seldom taken for measured', () => {
  let place = 0
  const [before = '', after = ''] = markdown.split('## Results')
  const [results = '', rest = ''] = after.split('## Discussion')
  const wrong = results.replace(/\d\.\d{3,}(?!\d)/g, (digits) => changed(digits, place++))
  expect(place).toBeGreaterThan(60)
  const { marks } = traceReport(readReport(parseMarkdown(`${before}## Results${wrong}## Discussion${rest}`), labelsOf('en')), registry)
  const told = marks.filter(({ section, text }) => section === 'results' && /\d\.\d{3,}$/.test(text))
  const believed = told.filter(({ kind }) => kind !== 'unchecked')
  process.stdout.write(
    `of ${told.length} numbers that were changed, ${believed.length} are traced to something: ${believed.map(({ text }) => text).join(' ')}\n`,
  )
  expect(believed.length / told.length).toBeLessThan(0.1)
})
