import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { LabEvent } from '../src/core/events/index.ts'
import { openSqliteEventLog } from '../src/store/sqlite-event-log.ts'

/** One measurement, with the most it may be where a bound is promised. */
export type StoreRow = { what: string; value: number; unit: string; bound?: number }

const words =
  'the of model training loss label smoothing classifier we find that baseline accuracy gradient step over seeds calibration error network however effect not significant data set'.split(
    ' ',
  )

/** 2,048 characters that hardly get shorter, and as many that do. */
const texts = {
  'random text': () => randomBytes(1536).toString('base64'),
  prose: () =>
    Array.from(randomBytes(600), (byte) => words[byte % words.length])
      .join(' ')
      .slice(0, 2048),
}

const stepOf = (step: number, text: string): LabEvent[][] => {
  const id = `literature-review.1.${step}.0`
  const told = 'Added: Rethinking the Inception Architecture for Computer Vision. 3 to go.'
  return [
    [{ type: 'turn-start', id, step, role: 'phd-student', ask: 'literature-review', told, reserve: 4096 }],
    [{ type: 'turn-reply', id, text, model: 'ollama:smollm2:135m', usage: { input: 5120, output: 512, cost: 0 } }],
    [{ type: 'turn-end', id, command: 'add-paper', ok: true, result: told }],
  ]
}

const inFolder = <Result>(act: (file: string) => Result): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-bench-'))
  try {
    return act(join(folder, 'gal.sqlite'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const medianOf = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Milliseconds that each append of `steps` steps took; closing the log moves everything into the file. */
const fill = (file: string, steps: number, text: () => string): number[] => {
  const log = openSqliteEventLog(file, { clock: Date.now, alive: () => false })
  log.create('run')
  const got = log.acquire('run', { pid: process.pid, started: '0', host: 'bench' })
  if (!('lease' in got)) throw new Error('the run is not free')
  const times: number[] = []
  let seq = 0
  for (let step = 0; step < steps; step++) {
    for (const events of stepOf(step, text())) {
      const start = performance.now()
      seq += log.append(got.lease, events, seq).length
      times.push(performance.now() - start)
    }
  }
  log.close()
  return times
}

/** The same rows by plain inserts, one transaction each. */
const fillBare = (file: string, steps: number, text: () => string): number[] => {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.exec('CREATE TABLE event (pos INTEGER PRIMARY KEY, body TEXT)')
  const insert = database.prepare<[string]>('INSERT INTO event (body) VALUES (?)')
  const times: number[] = []
  for (let step = 0; step < steps; step++) {
    for (const [event] of stepOf(step, text())) {
      const start = performance.now()
      insert.run(JSON.stringify(event))
      times.push(performance.now() - start)
    }
  }
  database.close()
  return times
}

const measureSize = (kind: keyof typeof texts, steps: number): StoreRow =>
  inFolder((file) => {
    fill(file, steps, texts[kind])
    return {
      what: `stored per 2 KB step, ${steps} steps of ${kind}`,
      value: statSync(file).size / steps,
      unit: 'bytes',
      ...(steps === 800 ? { bound: 2600 } : {}),
    }
  })

const measureRead = (events: number): StoreRow =>
  inFolder((file) => {
    fill(file, Math.ceil(events / 3), texts.prose)
    const log = openSqliteEventLog(file, { clock: Date.now, alive: () => false })
    const start = performance.now()
    const { length } = log.read('run', 0, events)
    const value = performance.now() - start
    log.close()
    return { what: `${length} events read and parsed`, value, unit: 'ms' }
  })

const measureInput = (): StoreRow =>
  inFolder((file) => {
    const log = openSqliteEventLog(file, { clock: Date.now, alive: () => false })
    log.create('run')
    const times = Array.from({ length: 50 }, () => {
      const start = performance.now()
      log.input('run', { type: 'stop-ask', by: 'bench' })
      return performance.now() - start
    })
    log.close()
    return { what: "a person's input, safe from a power failure", value: medianOf(times) * 1000, unit: 'µs' }
  })

/** Measures the store on this machine; takes some ten seconds. */
export const benchStore = (): StoreRow[] => {
  const sizes = (['random text', 'prose'] as const).flatMap((kind) => [200, 400, 800].map((steps) => measureSize(kind, steps)))
  const append = medianOf(inFolder((file) => fill(file, 800, texts.prose))) * 1000
  const bare = medianOf(inFolder((file) => fillBare(file, 800, texts.prose))) * 1000
  return [
    ...sizes,
    { what: 'an append', value: append, unit: 'µs', bound: 100 },
    { what: 'a bare insert', value: bare, unit: 'µs' },
    measureInput(),
    measureRead(10_000),
    measureRead(50_000),
  ]
}
