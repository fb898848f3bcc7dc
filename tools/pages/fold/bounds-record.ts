import { mostFound, mostPrograms, mostReviews, mostScores, mostSearches, mostWithMetrics } from '../../../src/core/viewer/viewer-state.ts'
import type { LooseEvent } from './rows.ts'

const times = (count: number, make: (place: number) => LooseEvent | readonly LooseEvent[]): LooseEvent[] =>
  Array.from({ length: count }, (_, place) => make(place)).flat()

/** So many that those of the newest programs alone are too many together. */
const metricsOfOne = 105

/** The place of the program that leads an attempt. */
const best = 64

/** Mostly those that compete. */
const operatorOf = (place: number): string => {
  if (place % 13 === 4) return 'final'
  if (place % 17 === 6) return 'dataset'
  return ['draft', 'improve', 'repair'][place % 3] ?? 'try'
}
/** The older the higher, several the same, and one above all that came of others. */
const scoreOf = (place: number): number => (place === best ? 1.5 : Math.floor((mostPrograms - place) / 7) / 100)

const start = (id: string, more: object = {}): LooseEvent => ({
  type: 'program-start',
  id,
  role: 'ml-engineer',
  operator: 'improve',
  ...more,
})
/** One of them twice, and one that nobody knows. */
const doubts = [
  { kind: 'too-good', why: 'all of it' },
  { kind: 'too-good', why: 'again' },
  { kind: 'of-the-future', why: 'w' },
]

const end = (id: string, count: number): LooseEvent => ({
  type: 'program-end',
  id,
  metrics: Array.from({ length: count }, (_, value) => ({ name: 'm', value, seed: value % 3 })),
  ...(count > 1 ? { flags: doubts } : {}),
})
const judge = (program: string, accepted: boolean): LooseEvent => ({ type: 'program-judge', program, accepted, pairs: 3 })
const score = (id: string, value: number): LooseEvent => ({ type: 'program-score', id, score: value })

/** Chains of parents, equal scores, some that still run, and some that failed. */
const programs = (attempt: number, count: number): LooseEvent[] =>
  times(count, (place) => {
    const id = `e.${attempt}.${place}.0`
    const parent = place % 5 ? { parent: `e.${attempt}.${place - 1}.0` } : {}
    const begun = start(id, { operator: place === best ? 'improve' : operatorOf(place), ...parent })
    if (place % 7 === 3) return begun
    if (place % 11 === 5) return [begun, { type: 'program-end', id, fault: { kind: 'exit-code', message: 'it ended with 1' } }]
    return [begun, end(id, 1 + (place % 2)), ...(place % 9 ? [score(id, scoreOf(place))] : [])]
  })

/** Programs with so many numbers that those of the older ones are given up. */
const numbers = (): LooseEvent[] =>
  times(mostWithMetrics + 38, (place) => {
    const id = `n.2.${place}.0`
    return [start(id, { operator: place % 9 ? 'improve' : 'final' }), end(id, metricsOfOne)]
  })

/** First scores of which few lead, then scores of which each does. */
const scores = (): LooseEvent[] => [
  ...times(mostScores / 5, (place) => score('n.2.70.0', ((place * 53) % 97) / 100)),
  ...times(mostScores, (place) => score(`n.2.${82 + (place % 2)}.0`, 2 + place / 100)),
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
  ...programs(1, mostPrograms / 4),
  judge('e.1.20.0', true),
  judge('e.1.30.0', false),
  ...reviews(),
  { type: 'phase-start', phase: 'plan-formulation', attempt: 2 },
  { type: 'plan-accept', turn: 't', text: 'p', contract: { metric: 'm', goal: 'min' } },
  { type: 'dataset-accept', program: 'e.2.5.0', code: 'c' },
  ...programs(2, mostPrograms),
  judge('e.2.90.0', false),
  ...numbers(),
  ...scores(),
  { type: 'note-add', by: 'anna', text: 'enough' },
]
