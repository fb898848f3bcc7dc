import type { Split, Task } from './tasks.ts'

/** What a program measured: the metric by split and seed, or why it counts as failed. */
export type Outcome = { scores: Record<Split, Record<string, number>> } | { why: string }

const measures = {
  accuracy: (truth: readonly number[], said: readonly number[]) => truth.filter((value, row) => value === said[row]).length / truth.length,
  rmse: (truth: readonly number[], said: readonly number[]) =>
    Math.sqrt(truth.reduce((sum, value, row) => sum + (value - (said[row] ?? Number.NaN)) ** 2, 0) / truth.length),
} as const

type Line = { split: Split; seed: number; values: number[] }

/** Scores what was handed in, as gal does: a split that is missing, too short or not finite is no prediction at all. */
export const scorePredictions = (text: string, task: Task, seeds: readonly number[]): Outcome => {
  const lines = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line.replaceAll('NaN', 'null')) as Line]))
  const scores: Record<Split, Record<string, number>> = { valid: {}, test: {} }
  for (const split of ['valid', 'test'] as const) {
    for (const seed of seeds) {
      const values = lines.find((line) => line.split === split && line.seed === seed)?.values
      if (!values) return { why: `no predictions for ${split}, seed ${seed}` }
      if (values.length !== task.truth[split].length)
        return { why: `${values.length} values for the ${task.truth[split].length} rows of ${split}` }
      if (!values.every(Number.isFinite)) return { why: `not all predictions for ${split} are finite` }
      scores[split][seed] = measures[task.dataset.metric](task.truth[split], values)
    }
  }
  return { scores }
}
