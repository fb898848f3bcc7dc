import { mostFound, mostMetrics, mostPrograms, mostReviews, mostScores, mostSearches } from '../../../src/core/viewer/viewer-state.ts'
import type { LooseEvent } from './rows.ts'

const times = (count: number, make: (place: number) => LooseEvent | readonly LooseEvent[]): LooseEvent[] =>
  Array.from({ length: count }, (_, place) => make(place)).flat()

const metricsOfOne = 60
const operators = ['draft', 'improve', 'repair', 'try', 'final', 'dataset']

const start = (id: string, more: object = {}): LooseEvent => ({
  type: 'program-start',
  id,
  role: 'ml-engineer',
  operator: 'improve',
  ...more,
})
const end = (id: string, count: number): LooseEvent => ({
  type: 'program-end',
  id,
  metrics: Array.from({ length: count }, (_, value) => ({ name: 'm', value })),
})
const score = (id: string, value: number): LooseEvent => ({ type: 'program-score', id, score: value })

/** Programs enough for two cuts: chains of parents, equal scores, some that still run, and some that failed. */
const programs = (attempt: number): LooseEvent[] =>
  times(mostPrograms - 150, (place) => {
    const id = `e.${attempt}.${place}.0`
    const parent = place % 5 ? { parent: `e.${attempt}.${place - 1}.0` } : {}
    const begun = start(id, { operator: operators[place % operators.length], ...parent })
    if (place % 7 === 3) return begun
    if (place % 11 === 5) return [begun, { type: 'program-end', id, fault: { kind: 'exit-code', message: 'it ended with 1' } }]
    return [begun, end(id, place % 3), ...(place % 2 ? [score(id, ((place * 37) % 101) / 100)] : [])]
  })

/** Programs with so many numbers that those of the older ones are given up. */
const numbers = (): LooseEvent[] =>
  times(Math.ceil(mostMetrics / metricsOfOne) + 4, (place) => {
    const id = `n.2.${place}.0`
    return [start(id, { operator: place % 9 ? 'improve' : 'final' }), end(id, metricsOfOne)]
  })

/** First scores of which few lead, then scores of which each does. */
const scores = (): LooseEvent[] => [
  ...times(mostScores - 300, (place) => score('e.2.1.0', ((place * 53) % 97) / 100)),
  ...times(mostScores / 2, (place) => score(`n.2.${80 + (place % 2)}.0`, 2 + place / 100)),
]

const papers = (): LooseEvent[] =>
  times(mostSearches + 10, (place) => [
    {
      type: 'search-end',
      query: `q${place}`,
      source: 's',
      status: 'ok',
      papers: Array.from({ length: Math.ceil((mostFound * 1.05) / mostSearches) }, (_, hit) => ({ id: `${place}-${hit}` })),
    },
    ...(place % 40 === 0 ? [{ type: 'paper-add', id: `${place}-1`, note: 'n' }] : []),
  ])

const form = {
  ...{ originality: 1, quality: 1, clarity: 1, significance: 1, soundness: 1, presentation: 1, contribution: 1 },
  ...{ overall: 5, confidence: 1, decision: 'reject' },
}
const reviews = (): LooseEvent[] =>
  times(mostReviews + 5, (place) => ({ type: 'review-give', turn: `v${place}`, reviewer: 'r', form, score: 5 }))

/** A run that grows beyond every bound of a state. */
export const boundsRecord = (): LooseEvent[] => [
  { type: 'phase-start', phase: 'plan-formulation', attempt: 1 },
  ...papers(),
  ...programs(1),
  ...reviews(),
  { type: 'phase-start', phase: 'plan-formulation', attempt: 2 },
  ...programs(2),
  { type: 'dataset-accept', program: 'e.2.3.0', code: 'c' },
  ...numbers(),
  ...scores(),
  { type: 'note-add', by: 'anna', text: 'enough' },
]
