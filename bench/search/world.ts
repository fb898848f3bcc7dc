import type { BySeed } from '../../src/search/node.ts'
import { allGenomes, type Genome, nameOf } from './grammar/genome.ts'
import { writeProgram } from './grammar/write.ts'
import type { Draft } from './proposer.ts'
import type { Outcome } from './score.ts'
import type { Table } from './table.ts'
import type { Split, Task } from './tasks.ts'

/** The seeds that programs are searched with, and those that a challenger is judged on. */
export const searchSeeds = [0, 1, 2] as const
export const freshSeeds = Array.from({ length: 12 }, (_, place) => 200 + place)
/** What each program is run on once: the search sees the first three on valid, and the hidden test is the mean over all. */
export const allSeeds: readonly number[] = [...searchSeeds, 100, 101, 102, 103, 104, 105]

export type Scores = Record<Split, Record<string, number>>

/** A task with all that was really measured on it. */
export type World = {
  task: Task
  /** Every program of the grammar without faults, by name. */
  sound: ReadonlyMap<string, { genome: Genome; text: string; scores: Scores }>
  /** What a program measured: nothing when it failed. */
  measure(draft: Draft): Promise<Scores | undefined>
  /** The same on fresh seeds. */
  confirm(draft: Draft): Promise<Scores | undefined>
}

const scoresOf = (outcome: Outcome): Scores | undefined => ('scores' in outcome ? outcome.scores : undefined)

export const on = (scores: BySeed, seeds: readonly number[]): Record<string, number> =>
  Object.fromEntries(seeds.flatMap((seed) => (scores[seed] === undefined ? [] : [[seed, scores[seed]]])))

/** Runs every program of the task's grammar, where the table does not know it yet. */
export const openWorld = async (task: Task, table: Table): Promise<World> => {
  const { grammar } = task.dataset
  const rows = await Promise.all(
    allGenomes(grammar).map(async (genome) => {
      const text = writeProgram(grammar, genome)
      const scores = scoresOf(await table.get({ text, task, seeds: allSeeds }))
      return scores ? [[nameOf(genome), { genome, text, scores }] as const] : []
    }),
  )
  const byText = new Map(rows.flat().map(([, { text, scores }]) => [text, scores]))
  return {
    task,
    sound: new Map(rows.flat()),
    // What is not of the grammar is faulty: the search's own seeds are enough to see it fail.
    measure: async ({ text }) => byText.get(text) ?? scoresOf(await table.get({ text, task, seeds: searchSeeds })),
    confirm: async ({ text }) => scoresOf(await table.get({ text, task, seeds: freshSeeds })),
  }
}
