import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshSeeds, givenSeeds } from './given-seeds.ts'
import { createState, type RunState } from './state.ts'

const stateWith = (seed: number, judged: number): RunState => {
  const state = createState()
  state.seed = seed
  state.model = 'scripted'
  state.now.contract = {
    hypotheses: ['It helps.'],
    metric: 'accuracy',
    goal: 'max',
    proposed: 'a',
    baselines: ['b'],
    ablations: [],
    datasets: ['d'],
    repetitions: 7,
    evaluation: 'hold-out',
  }
  for (let place = 0; place < judged; place++) state.now.judgements.push({ program: `p${place}`, accepted: false, pairs: 12 })
  return state
}

test('no seed is used twice: not by the search, a challenge or the last run, whatever the run’s seed', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 5 }), (seed, judged) => {
      const state = stateWith(seed, judged)
      const challenges = Array.from({ length: judged }, (_, place) => freshSeeds(state, place))
      const all = [...(givenSeeds(state, 'draft') ?? []), ...challenges.flat(), ...(givenSeeds(state, 'final') ?? [])]
      expect(new Set(all).size).toBe(all.length)
      expect(givenSeeds(state, 'final')).toHaveLength(7)
      expect(givenSeeds(stateWith(seed, judged), 'final')).toEqual(givenSeeds(state, 'final'))
    }),
    { numRuns: 40 },
  )
})

test('a rehearsal and a run without a contract are given none', () => {
  const rehearsed = stateWith(1, 0)
  rehearsed.model = 'rehearsal'
  expect([givenSeeds(rehearsed, 'draft'), givenSeeds(createState(), 'draft')]).toEqual([undefined, undefined])
})
