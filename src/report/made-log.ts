import type { EventOf, LabEvent } from '../core/events/index.ts'
import { fold, parseEvent } from '../core/events/index.ts'
import type { Metric } from '../core/metric.ts'
import { type SectionName, sectionNames } from '../core/names.ts'
import { type ReviewForm, reviewScore } from '../core/review.ts'
import { createState, type ReadonlyState } from '../core/state.ts'
import { headOf, type Text } from '../core/text.ts'

/** For tests: the parts of a made-up run's log, and states folded from them. */

export const readText = (text: Text): string => headOf(text)

const form: ReviewForm = {
  summary: 'It asks whether smoothing helps.',
  strengths: 'Shared seeds.',
  weaknesses: 'One data set.',
  questions: 'Why so small?',
  limitations: 'Synthetic data.',
  'ethical-concerns': false,
  originality: 2,
  quality: 3,
  clarity: 3,
  significance: 2,
  soundness: 3,
  presentation: 3,
  contribution: 2,
  overall: 5,
  confidence: 4,
  decision: 'reject',
}

export const metrics: Metric[] = [0, 0.1].flatMap((smoothing) =>
  [1, 2, 3, 4, 5].flatMap((seed) => [
    {
      name: 'loss-by-epoch',
      value: 0.9 - smoothing + seed / 100,
      seed,
      arm: `smoothing=${smoothing}`,
      split: 'test',
      unit: 'nats',
      step: 1,
    },
    {
      name: 'loss-by-epoch',
      value: 0.6 - smoothing + seed / 100,
      seed,
      arm: `smoothing=${smoothing}`,
      split: 'test',
      unit: 'nats',
      step: 2,
    },
    { name: 'loss', value: 0.5 - smoothing + seed / 100, seed, arm: `smoothing=${smoothing}`, split: 'test', unit: 'nats' },
  ]),
)

export const start = (over: Partial<EventOf<'run-start'>> = {}): LabEvent[] => [
  {
    type: 'run-start',
    topic: 'Does smoothing help?',
    seed: 7,
    language: 'en',
    version: '0.1.0',
    config: {},
    configHash: 'c0ffee',
    ...over,
  },
  { type: 'model-choose', model: 'ollama:tiny', why: 'it answers' },
]

export const papers: LabEvent[] = [
  {
    type: 'search-end',
    turn: 'literature-review.1.0.0',
    query: 'label smoothing',
    source: 'bundled',
    status: 'ok',
    papers: [
      { id: 'a:1', source: 'a', title: 'On targets', authors: ['Ann Author', 'Bo Writer'], year: 2019, abstract: '', arxiv: '1906.02629' },
      {
        id: 'a:2',
        source: 'a',
        title: 'On losses',
        authors: ['Cy Third'],
        year: 2020,
        abstract: '',
        doi: '10.1000/x(1)',
        venue: 'Proc. Loss',
      },
      { id: 'a:3', source: 'a', title: 'Never added', authors: [], abstract: '' },
    ],
  },
  { type: 'search-end', turn: 'literature-review.1.1.0', query: 'more', source: 'arxiv', status: 'unavailable', papers: [] },
  { type: 'paper-add', turn: 'literature-review.1.2.0', id: 'a:2', note: 'losses' },
  { type: 'paper-add', turn: 'literature-review.1.2.0', id: 'a:1', note: 'targets' },
]

const ran = { exitCode: 0, signal: null, output: 'done', files: [], sandbox: 'limits', seconds: 1 }

export const program = (id: string, operator: EventOf<'program-start'>['operator'], measured: Metric[]): LabEvent[] => [
  { type: 'program-start', id, turn: id, role: 'ml-engineer', operator, language: 'javascript', code: 'console.log(1)' },
  { type: 'program-end', id, ...ran, metrics: measured },
]

export const failing = (id: string): LabEvent[] => [
  { type: 'program-start', id, turn: id, role: 'ml-engineer', operator: 'draft', language: 'javascript', code: 'x(' },
  {
    type: 'program-end',
    id,
    ...ran,
    exitCode: 1,
    metrics: [],
    fault: { kind: 'exit-code', message: 'the program ended with exit code 1' },
  },
]

export const sections = (texts: Partial<Record<SectionName, string>>): LabEvent[] =>
  sectionNames.flatMap((section) => {
    const text = texts[section]
    return text === undefined ? [] : [{ type: 'section-write' as const, turn: 'report-writing.1.3.0', section, text }]
  })

export const allSections = (text: (name: SectionName) => string): LabEvent[] =>
  sections(Object.fromEntries(sectionNames.map((name) => [name, text(name)])))

export const review = (turn: string, over: Partial<ReviewForm> = {}): LabEvent => {
  const filled = { ...form, ...over }
  return { type: 'review-give', turn, reviewer: 'reviewer 1', form: filled, score: reviewScore(filled) }
}

export const planning = (attempt: number): LabEvent[] => [
  { type: 'phase-start', phase: 'plan-formulation', attempt },
  { type: 'plan-accept', turn: `plan-formulation.${attempt}.1.0`, text: `Plan ${attempt}: vary the smoothing.` },
  { type: 'phase-end', phase: 'plan-formulation', attempt, outcome: { kind: 'complete' }, next: 'data-preparation' },
]

/** A whole run with one way back. */
export const wholeRun: LabEvent[] = [
  ...start(),
  ...papers,
  ...planning(1),
  ...program('running-experiments.1.0.0', 'draft', metrics),
  ...program('running-experiments.1.9.0', 'final', metrics),
  ...sections({ abstract: 'First abstract.' }),
  review('report-refinement.1.0.0'),
  { type: 'refinement-decide', turn: 'report-refinement.1.1.0', decision: 'revise', why: 'too few arms' },
  ...planning(2),
  {
    type: 'dataset-accept',
    turn: 'data-preparation.2.0.0',
    program: 'data-preparation.2.0.0',
    language: 'javascript',
    code: 'export const data = []',
  },
  ...failing('running-experiments.2.0.0'),
  ...program('running-experiments.2.10.0', 'repair', metrics),
  { type: 'program-score', turn: 'running-experiments.2.11.0', id: 'running-experiments.2.10.0', score: 0.8, why: 'sound' },
  ...program('running-experiments.2.14.0', 'final', metrics),
  ...allSections((name) => `Words of ${name}, see [@a:1].`),
  { type: 'readme-write', turn: 'report-writing.2.9.0', text: 'What this is.' },
  review('report-refinement.2.0.0', { overall: 8 }),
  { type: 'refinement-decide', turn: 'report-refinement.2.1.0', decision: 'finish', why: 'done' },
  { type: 'run-end', outcome: { kind: 'complete' } },
]

/** Folds checked events, the first at `since` and one every `apart` milliseconds. */
export const stateOf = (log: readonly LabEvent[], since = 0, apart = 1000): ReadonlyState =>
  fold(
    createState(),
    log.map((event, place) => ({ event: parseEvent(event), at: new Date(since + place * apart).toISOString() })),
  )
