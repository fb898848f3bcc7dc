import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { DataCard } from '../../core/data-card.ts'
import { fold, type LabEvent } from '../../core/events/index.ts'
import type { Metric } from '../../core/metric.ts'
import { createState } from '../../core/state.ts'
import { readText, start } from '../made-log.ts'
import { reproduction, runFilesOf } from './index.ts'

const truthOf = (test: readonly string[]): string =>
  JSON.stringify({ version: 1, target: 'kind', type: 'text', task: 'classification', classes: ['cat', 'dog'], values: { valid: [], test } })

/** Predicts all cats, and all dogs when its seed is even: what it writes is what the helper module would write. */
const code = {
  python: `import json
for seed in json.load(open('seeds.json')):
    rows = open('test.csv').read().split()[1:]
    values = ['dog' if seed % 2 == 0 else 'cat' for row in rows]
    with open('predictions.jsonl', 'a') as file:
        file.write(json.dumps({'split': 'test', 'seed': seed, 'arm': 'plain', 'values': values}) + '\\n')
`,
  javascript: `import { appendFileSync, readFileSync } from 'node:fs'
for (const seed of JSON.parse(readFileSync('seeds.json', 'utf8'))) {
  const rows = readFileSync('test.csv', 'utf8').trim().split('\\n').slice(1)
  const values = rows.map(() => (seed % 2 === 0 ? 'dog' : 'cat'))
  appendFileSync('predictions.jsonl', JSON.stringify({ split: 'test', seed, arm: 'plain', values }) + '\\n')
}
`,
}

const scored = (seed: number): Metric[] => [
  { name: 'accuracy', value: 0.5, seed, arm: 'plain', split: 'test', by: 'gal' },
  { name: 'f1-macro', value: 1 / 3, seed, arm: 'plain', split: 'test', by: 'gal' },
]

const card: DataCard = {
  source: 'folder:animals.csv',
  rows: 12,
  columns: [{ name: 'weight', type: 'number', missing: 0, distinct: 12 }],
  target: 'kind',
  task: 'classification',
  splits: [],
  seed: 7,
  duplicates: 0,
  acrossSplits: 0,
  sha256: '0'.repeat(64),
  problems: [],
}

const heldOut = (language: 'javascript' | 'python'): LabEvent[] => [
  ...start(),
  { type: 'data-card', turn: 'data-preparation.1.0.0', card },
  {
    ...{ type: 'program-start', id: 'running-experiments.1.4.0', turn: 'running-experiments.1.1.0', role: 'ml-engineer' },
    ...{ operator: 'final', language, code: code[language], seeds: [7, 8] },
  },
  {
    ...{ type: 'program-end', id: 'running-experiments.1.4.0', exitCode: 0, signal: null, output: '', sandbox: 'bubblewrap', seconds: 1 },
    ...{ metrics: [7, 8].flatMap(scored), files: [] },
  },
]

const artifacts: Readonly<Record<string, string>> = {
  'data/1/test.csv': 'weight\n4\n30\n5\n28\n',
  'data/1/truth.json': truthOf(['cat', 'dog', 'cat', 'dog']),
  'report/src/lab.py': '',
  'report/src/lab.mjs': '',
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const runArchive = (language: 'javascript' | 'python', change: Readonly<Record<string, string>> = {}) => {
  const events = heldOut(language)
  const files = runFilesOf(Object.keys({ ...artifacts, ...change }), 1, (name) => ({ ...artifacts, ...change })[name] ?? '')
  const archive = reproduction({
    state: fold(
      createState(),
      events.map((event) => ({ event, at: '2026-01-01T00:00:00.000Z' })),
    ),
    events,
    readText,
    files,
  })
  const folder = mkdtempSync(join(tmpdir(), 'gal-test-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(archive)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const command = language === 'python' ? ['python3', 'reproduce.py'] : [process.execPath, 'reproduce.mjs']
  const { status, stdout, stderr } = spawnSync(command[0] ?? '', [...command.slice(1), '--yes'], { cwd: folder, encoding: 'utf8' })
  return { archive, status, said: stdout + stderr, verdict: stdout.trimEnd().split('\n').at(-1) }
}

describe.each(['javascript', 'python'] as const)('the archive of a hold-out run in %s', (language) => {
  test('scores the predictions against the truth that it holds', () => {
    const { archive, status, said, verdict } = runArchive(language)
    expect(Object.keys(archive)).toEqual(
      expect.arrayContaining(['truth.json', 'data/card.json', 'programs/winner/test.csv', 'programs/winner/seeds.json']),
    )
    expect(Object.keys(archive).filter((name) => name.startsWith('programs/winner/lab.'))).toHaveLength(1)
    expect(JSON.parse(archive['manifest.json'] ?? '')).toMatchObject({ seeds: { run: 7, program: [7, 8] }, rehearsal: false })
    expect(verdict, said).toBe('The same: all 4 numbers are exactly those of the report.')
    expect(status).toBe(0)
  })

  test('tells another truth by its scores', () => {
    const { status, said, verdict } = runArchive(language, { 'data/1/truth.json': truthOf(['cat', 'cat', 'cat', 'dog']) })
    expect(said).toMatch(/^accuracy +plain +test +7 +0\.5 +0\.75 +NO: difference 0\.25$/m)
    expect(verdict).toBe('Not the same: 4 of 4 numbers are not those of the report.')
    expect(status).toBe(1)
  })

  test('tells predictions that are too few', () => {
    const { status, said } = runArchive(language, { 'data/1/test.csv': 'weight\n4\n30\n5\n' })
    expect(said.match(/NO: it was not measured again$/gm)).toHaveLength(4)
    expect(status).toBe(1)
  })
})
