import { join } from 'node:path'
import { type LabEvent, parseEvent } from '../../src/core/events/index.ts'
import { sectionNames } from '../../src/core/names.ts'
import { everyKind } from '../../src/core/viewer/testing/every-kind.ts'
import { createArtifactStore } from '../../src/store/artifact-store.ts'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'
import { all, shortTexts, someOf, texts } from './payloads.ts'

/** Fields that hold words of a model, a source, a program or a person; the others hold ids and words of gal's own. */
const free: Readonly<Record<string, number>> = {
  ...{ topic: 20_000, why: 180, told: 20_000, result: 20_000, query: 20_000, title: 20_000, abstract: 20_000, note: 20_000 },
  ...{ description: 20_000, code: 20_000, output: 20_000, message: 20_000, model: 200, version: 200, source: 200, sandbox: 200 },
  ...{ text: 3900, answer: 3900, summary: 3900, strengths: 3900, weaknesses: 3900, questions: 3900, limitations: 3900 },
  ...{ by: 100, reviewer: 200, url: 200, ask: 200 },
  ...{ metric: 80, proposed: 80, licence: 200, target: 200, quote: 600, outcome: 80 },
}
const freeLists: ReadonlySet<string> = new Set(['authors', 'options', 'files', 'changed', 'problems'])
const armLists: ReadonlySet<string> = new Set(['baselines', 'ablations'])

/** The same event with payloads for its words. */
const hostile = (value: unknown, key: string, from: number): unknown => {
  // Of the lab's own measurements, which no word can be put into.
  if (key === 'by' && value === 'gal') return value
  if (armLists.has(key)) return shortTexts(80).slice(0, 6)
  if (typeof value === 'string') return key in free ? someOf(free[key] ?? 0, from).slice(0, free[key]) : value
  if (freeLists.has(key)) return texts
  if (Array.isArray(value)) return value.map((one) => hostile(one, key, from))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one, name, from)]))
}

const unitOf = (text: string): string => text.slice(0, 20)

const papers = texts.map((text, place) => ({
  ...{ id: `folder:${place}`, source: 'folder', title: text, authors: [text], abstract: text, url: text, venue: text },
}))
const metrics = shortTexts(80).flatMap((text) =>
  [1, 2].map((seed) => ({ name: text, value: seed / 3, seed, arm: text, split: text.slice(0, 40), unit: unitOf(text) })),
)
const numbers = 'The accuracy rose from 0.3333 to 0.6667 over 2 seeds.'

/** What the events of every kind hold one of, once for each payload, and a report with all of them. */
const more: readonly LabEvent[] = [
  { type: 'search-end', turn: 't', query: all, source: 'folder', status: 'ok', papers },
  ...papers.filter((_, place) => place % 4 === 0).map(({ id, title }): LabEvent => ({ type: 'paper-add', turn: 't', id, note: title })),
  { type: 'program-start', id: 'b', turn: 't', role: 'ml-engineer', operator: 'final', language: 'python', code: all },
  { type: 'program-end', id: 'b', exitCode: 0, signal: null, output: all, metrics, files: [...texts], sandbox: all, seconds: 1 },
  ...sectionNames.map((section): LabEvent => ({ type: 'section-write', turn: 't', section, text: `${numbers} [@folder:0]\n\n${all}` })),
  ...texts
    .slice(0, 3)
    .map((text, place): LabEvent => ({ type: 'question-ask', id: `q${place}`, text, options: [...texts], blocks: false })),
  ...texts.slice(0, 8).map((text): LabEvent => ({ type: 'note-add', by: text.slice(0, 100), text: all })),
]

const words = (event: LabEvent, place: number): LabEvent =>
  parseEvent({ ...(hostile(event, '', place) as LabEvent), type: event.type } as LabEvent)

/** Files of a run that a browser could take for more than they are. */
const files = {
  'report/report.md': `# ${texts[0]}\n\n## Abstract\n\n${numbers}\n\n${all}\n\n## Results\n\n${numbers}\n\n| a | b |\n| - | - |\n| 0.3333 | ${texts[5]} |\n`,
  'report/page.html': `<!doctype html><title>x</title>${texts.join('\n')}`,
  'report/drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload="__pwned=1"><script>__pwned=1</script><image href="http://foreign.example/s.png"/><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="__pwned=1"/></body></foreignObject></svg>`,
  'report/program.js': 'globalThis.__pwned = 1',
  'report/words.txt': all,
  'report/data.json': JSON.stringify(texts),
  'report/nothing.bin': '<script>__pwned=1</script>',
} as const
export const craftedFiles = Object.keys(files)

type Stored = { start: object; events: readonly object[]; files?: Readonly<Record<string, string>> }

/** Stores a run as it would have been stored by its driver, with its files. */
export const storeRun = (runs: string, run: string, { start, events, files: written = {} }: Stored): void => {
  const store = createArtifactStore(join(runs, run))
  const log = openSqliteEventLog(join(runs, 'gal.sqlite'), { clock: () => Date.UTC(2026, 0, 9), alive: () => false })
  const names = Object.entries(written).map(([name, text]): LabEvent => ({ type: 'artifact-write', name, ...store.write(name, text) }))
  log.create(run, parseEvent(start as LabEvent))
  const got = log.acquire(run, { pid: 1, started: '', host: '' })
  if (!('lease' in got)) throw new Error('the run is driven')
  log.append(got.lease, [...events.map((event) => parseEvent(event as LabEvent)), ...names], 1)
  log.release(got.lease)
  log.close()
}

/** Stores a run in which every field that holds words holds payloads, as if everyone had meant harm at once. */
export const writeCraftedRun = (runs: string, run: string): void => {
  const [start, ...rest] = everyKind.filter(({ type }) => type !== 'artifact-write').map(words)
  const named = texts
    .filter((text) => text.isWellFormed())
    .map((text): LabEvent => ({ type: 'artifact-write', name: `report/${text}`, sha256: 'a', bytes: 1 }))
  const end = rest.splice(rest.findIndex(({ type }) => type === 'phase-end'))
  storeRun(runs, run, { start: { ...start, language: 'en' }, events: [...rest, ...more, ...named, ...end], files })
}

const report = { 'report/report.md': `# A topic\n\n## Abstract\n\n${numbers}\n\n## Results\n\n${numbers}\n` }
const harmless = (change: (event: LabEvent) => LabEvent) => {
  const [start, ...events] = everyKind.filter(({ type }) => type !== 'artifact-write').map(change)
  return { start: { ...start, language: 'en' }, events, files: report }
}

/** A run of the same kind in which nobody means harm. */
export const writeHarmlessRun = (runs: string, run: string): void =>
  storeRun(
    runs,
    run,
    harmless((event) => event),
  )

/** The same with a judgement as long as a reviewer may write it. */
export const writeLongRun = (runs: string, run: string): void =>
  storeRun(
    runs,
    run,
    harmless((event) => {
      if (event.type === 'run-start') return { ...event, topic: 'A long judgement' }
      if (event.type === 'phase-start') return { ...event, phase: 'running-experiments' }
      return event.type === 'program-score' ? { ...event, why: 'so '.repeat(666) } : event
    }),
  )
