import type { Lab, StoredEvent } from '../../api/index.ts'
import type { LabEvent } from '../../core/events/index.ts'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import type { Io } from '../io.ts'

/** For tests: the events of a run of a second each, a lab that only knows them, and a terminal that writes into a list. */
export const run = 'a-run'

export const stored = (events: readonly LabEvent[]): StoredEvent[] =>
  events.map((event, place) => ({ run, seq: place + 1, pos: place + 1, at: new Date(place * 1000).toISOString(), event }))

export const labOf = (rows: readonly StoredEvent[], language: 'en' | 'es' | 'fr' = 'en'): Lab =>
  ({
    config: { ui: { language } },
    log: {
      ...createMemoryEventLog({ alive: () => false }),
      read: (_: string, after: number, limit = rows.length) => rows.slice(after, after + limit),
    },
  }) as unknown as Lab

export const createTestIo = (over: Partial<Io> = {}): Io & { outs: string[]; errs: string[]; raws: string[] } => {
  const [outs, errs, raws]: [string[], string[], string[]] = [[], [], []]
  return {
    outs,
    errs,
    raws,
    out: (text) => void outs.push(text),
    err: (text) => void errs.push(text),
    raw: (text) => void raws.push(text),
    env: {},
    isTerminal: false,
    columns: 80,
    rows: 24,
    interrupt: new AbortController().signal,
    ...over,
  }
}

export const start: LabEvent = {
  type: 'run-start',
  topic: 'Does smoothing help?',
  seed: 1,
  language: 'en',
  version: 'test',
  config: { budget: { calls: 10 }, phases: { 'literature-review': { papers: 3 } } },
  configHash: 'none',
}

export const turn = (id: string, seat = 0): LabEvent => ({
  type: 'turn-start',
  id,
  step: 0,
  role: 'ml-engineer',
  seat,
  ask: 'draft',
  told: 'Write.',
  reserve: 1,
})
