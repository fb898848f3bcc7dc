import { chanceOf, oneOf } from './chance.ts'
import type { Draft } from './proposer.ts'
import { treeSearch } from './searches.ts'
import type { Table } from './table.ts'
import { allSeeds, freshSeeds, type Scores, type World } from './world.ts'

/** Seeds of one program that null trials draw from. */
const many = Array.from({ length: 60 }, (_, place) => 1000 + place)
const programsPerTask = 3

const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] =>
  items
    .map((item) => [random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)

/** The scores on valid of some programs whose seeds matter, each on many seeds. */
const noisy = async (world: World, table: Table): Promise<number[][]> => {
  const varied = [...world.sound.values()].filter(({ scores }) => new Set(Object.values(scores.valid)).size > 4)
  const drawn = shuffled(varied, chanceOf('null', world.task.name)).slice(0, programsPerTask)
  const outcomes = await Promise.all(drawn.map(({ text }) => table.get({ text, task: world.task, seeds: many })))
  return outcomes.flatMap((outcome) => ('scores' in outcome ? [Object.values(outcome.scores.valid)] : []))
}

/**
 * Whole searches of 20 programs in which every program is the same one on other seeds, so that whatever is accepted as a gain is
 * noise. Counts the searches that accepted anything, and the challenges in all of them.
 */
export const nullTrials = async (worlds: readonly World[], table: Table, trials: number) => {
  const pools = await Promise.all(worlds.map(async (world) => ({ task: world.task, noise: await noisy(world, table) })))
  const counts = { trials, fooled: 0, challenges: 0, accepted: 0 }
  for (let trial = 0; trial < trials; trial++) {
    const random = chanceOf('null trial', trial)
    const { task, noise } = oneOf(pools, random)
    const values = oneOf(noise, random)
    const measure = async () => {
      const drawn = shuffled(values, random)
      const scores = Object.fromEntries([...allSeeds, ...freshSeeds].map((seed, place) => [seed, drawn[place] ?? Number.NaN]))
      return { valid: scores, test: scores }
    }
    const seen = new Map<Draft, Promise<Scores>>()
    const once = (draft: Draft) => {
      const scores = seen.get(draft) ?? measure()
      seen.set(draft, scores)
      return scores
    }
    const { challenges, accepted } = await treeSearch({ task, measure: once, confirm: once }, `null ${trial}`)
    counts.challenges += challenges
    counts.accepted += accepted
    counts.fooled += accepted > 0 ? 1 : 0
  }
  return counts
}
