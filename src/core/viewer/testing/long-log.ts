import type { LabEvent } from '../../events/index.ts'
import type { Metric } from '../../metric.ts'
import { type PhaseName, phaseNames } from '../../names.ts'

/** For tests: a stored event as far as a fold looks at it. */
export type LogRow = { seq: number; at: string; event: LabEvent }

/** Rows of a log that is not stored, a second apart. */
export const rowsOf = (events: readonly LabEvent[]): LogRow[] =>
  events.map((event, place) => ({ seq: place + 1, at: new Date(place * 1000).toISOString(), event }))

const seeds = [1, 2, 3, 4, 5]
const metrics: Metric[] = seeds.map((seed) => ({ name: 'accuracy', value: 0.5 + seed / 100, seed, arm: 'baseline', split: 'test' }))
const words = 'What was found, and why it may be so. '.repeat(40)

/** A turn with what it did. */
const turn = (id: string, role: 'phd-student' | 'ml-engineer' | 'reviewer', done: readonly LabEvent[]): LabEvent[] => [
  { type: 'turn-start', id, step: 1, role, ask: 'go', told: words, reserve: 10 },
  { type: 'turn-reply', id, text: words, model: 'm', usage: { input: 100, output: 10, cost: 0.001 } },
  ...done,
  { type: 'turn-end', id, command: 'go', ok: true, result: 'done' },
]

const search = (id: string): LabEvent[] => [
  {
    type: 'search-end',
    turn: id,
    query: `q ${id}`,
    source: 'arxiv',
    status: 'ok',
    papers: Array.from({ length: 10 }, (_, place) => ({
      id: `arxiv:${id}-${place}`,
      source: 'arxiv',
      title: 'T',
      authors: ['A'],
      abstract: words,
    })),
  },
]
const read = (id: string): LabEvent[] => [
  { type: 'paper-read', turn: id, id: `arxiv:${id}-1`, text: words },
  { type: 'paper-add', turn: id, id: `arxiv:${id}-1`, note: words },
]
const program = (id: string): LabEvent[] => [
  { type: 'program-start', id, turn: id, role: 'ml-engineer', operator: 'draft', language: 'python', code: words },
  { type: 'program-end', id, exitCode: 0, signal: null, output: words, metrics, files: [], sandbox: 'limits', seconds: 1 },
]

const work: Readonly<Partial<Record<PhaseName, (id: string, place: number) => LabEvent[]>>> = {
  'literature-review': (id, place) => turn(id, 'phd-student', [...search(id), ...(place % 2 ? read(id) : [])]),
  'running-experiments': (id, place) => [
    ...turn(id, 'ml-engineer', program(id)),
    ...turn(`${id}s`, 'reviewer', [{ type: 'program-score', turn: `${id}s`, id, score: (place % 97) / 100, why: 'so' }]),
  ],
}

/** A run that goes back to planning again and again: so many attempts, so many turns in each phase. */
export const longLog = (attempts: number, turns: number): LabEvent[] => [
  { type: 'run-start', topic: 'a long run', seed: 1, language: 'en', version: '0', config: {}, configHash: 'h' },
  { type: 'model-choose', model: 'm', why: 'it answers' },
  ...Array.from({ length: attempts }, (_, back) =>
    phaseNames.flatMap((phase): LabEvent[] => {
      const attempt = back + 1
      const act = work[phase] ?? ((id) => turn(id, 'phd-student', []))
      return [
        { type: 'phase-start', phase, attempt },
        ...Array.from({ length: turns }, (_entry, place) => act(`${phase}.${attempt}.${place}.0`, place)).flat(),
        { type: 'phase-end', phase, attempt, outcome: { kind: 'complete' }, next: 'end' },
      ]
    }),
  ).flat(),
]
