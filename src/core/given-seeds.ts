import { seedFrom } from './rng.ts'
import type { ProgramOperator, ReadonlyState } from './state.ts'

/** Seeds of this many digits can be told apart at a glance, and every generator takes them. */
const largest = 1_000_000

/** So many different seeds that depend on these parts alone, and none of those that were given out before. */
const drawSeeds = (parts: readonly (string | number)[], count: number, before: readonly number[] = []): number[] => {
  const taken = new Set(before)
  const drawn: number[] = []
  for (let place = 0; drawn.length < count; place++) {
    const seed = seedFrom(...parts, place) % largest
    if (taken.has(seed)) continue
    taken.add(seed)
    drawn.push(seed)
  }
  return drawn
}

/** Seeds that each program of a search by measurement is measured on, and those that a challenger and the best are measured on afresh. */
const searchCount = 3
const freshCount = 12

const attemptOf = ({ earlier }: ReadonlyState): number => earlier.length + 1

/** Whether the lab itself measures the programs of this attempt: it holds the labels of the data. */
export const isHeldOut = ({ now }: ReadonlyState): boolean => now.card !== undefined && now.contract?.evaluation === 'hold-out'

/** As many as programs are compared on: few where many programs are measured, as many as the plan says where they report themselves. */
const searchSeeds = (state: ReadonlyState): number[] =>
  drawSeeds([state.seed, 'search', attemptOf(state)], isHeldOut(state) ? searchCount : (state.now.contract?.repetitions ?? searchCount))

/** Seeds of the nth challenge, from 0: none that the search or a challenge before has seen. */
export const freshSeeds = (state: ReadonlyState, challenge: number): number[] => {
  const earlier = Array.from({ length: challenge }, (_, place) => freshSeeds(state, place)).flat()
  return drawSeeds([state.seed, 'fresh', attemptOf(state), challenge], freshCount, [...searchSeeds(state), ...earlier])
}

/** As many as the plan binds the lab to, and none that took part in choosing the winner. */
const finalSeeds = (state: ReadonlyState): number[] => {
  const before = [...searchSeeds(state), ...state.now.judgements.flatMap((_, place) => freshSeeds(state, place))]
  return drawSeeds([state.seed, 'final', attemptOf(state)], state.now.contract?.repetitions ?? searchCount, before)
}

/**
 * The seeds that a program is given to repeat its work for; those of a challenge come with its order. None without a contract,
 * and none in a rehearsal, whose programs carry their own.
 */
export const givenSeeds = (state: ReadonlyState, operator: ProgramOperator): number[] | undefined => {
  if (!state.now.contract || state.model.startsWith('rehearsal')) return undefined
  return operator === 'final' ? finalSeeds(state) : searchSeeds(state)
}
