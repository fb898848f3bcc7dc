import type { Truth } from './hold-out.ts'
import { bad, counted } from './reading.ts'
import { type Score, type ScoreName, scoresFor } from './scores.ts'
import { labelOf } from './table.ts'

export type Scored = { ok: true; value: number } | { ok: false; problem: string }

type Labels = { ok: true; truth: string[]; predicted: string[] } | { ok: false; problem: string }
type Numbers = { ok: true; truth: number[]; predicted: number[] } | { ok: false; problem: string }

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60)

const labels = ({ type, classes, values }: Truth, split: 'valid' | 'test', predicted: readonly unknown[]): Labels => {
  const known = new Set(classes)
  const said: string[] = []
  for (const [at, value] of predicted.entries()) {
    const given = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? labelOf(value, type) : undefined
    if (given === undefined || !known.has(given)) {
      const some = classes.slice(0, 10).join(', ')
      return bad(`Value ${at + 1} of ${split}, ${shown(value)}, is none of the classes: ${some}${classes.length > 10 ? ', …' : ''}.`)
    }
    said.push(given)
  }
  return { ok: true, truth: values[split].map((value) => labelOf(value, type)), predicted: said }
}

const numbers = ({ values }: Truth, split: 'valid' | 'test', predicted: readonly unknown[]): Numbers => {
  const wrong = predicted.findIndex((value) => typeof value !== 'number' || !Number.isFinite(value))
  const isNumber = (value: unknown): value is number => typeof value === 'number'
  if (wrong >= 0) return bad(`Value ${wrong + 1} of ${split}, ${shown(predicted[wrong])}, is no finite number.`)
  const truths = values[split].filter(isNumber)
  if (truths.length < values[split].length) return bad('The target holds something else than numbers, so it cannot be regressed.')
  return { ok: true, truth: truths, predicted: predicted.filter(isNumber) }
}

const compute = (score: Score, truth: Truth, split: 'valid' | 'test', predicted: readonly unknown[]): number | { problem: string } => {
  if (score.task === 'classification') {
    const read = labels(truth, split, predicted)
    return read.ok ? score.compute(read.truth, read.predicted) : read
  }
  const read = numbers(truth, split, predicted)
  return read.ok ? score.compute(read.truth, read.predicted) : read
}

/**
 * Scores a program's predictions for a split, in the order of the rows of its file. Classes may be written as in the CSV, or as the
 * numbers and truth values that these are. A wrong count, an unknown class, or what is no finite number is a problem in one line.
 */
export const scorePredictions = (name: ScoreName, truth: Truth, split: 'valid' | 'test', predicted: readonly unknown[]): Scored => {
  const score = scoresFor(truth.task).find((one) => one.name === name)
  if (!score)
    return bad(
      `${name} is no score of a ${truth.task}; these are: ${scoresFor(truth.task)
        .map((one) => one.name)
        .join(', ')}.`,
    )
  const { length } = truth.values[split]
  if (predicted.length !== length)
    return bad(`${counted(predicted.length, 'value')} for ${split}, whose file has ${counted(length, 'row')}: give one for each row.`)
  if (length === 0) return bad(`There is no row in ${split}, so nothing can be scored.`)
  const value = compute(score, truth, split, predicted)
  if (typeof value !== 'number') return bad(value.problem)
  return Number.isFinite(value)
    ? { ok: true, value }
    : bad(`${name} has no finite value for ${split}: the true values are all the same, or a prediction is far too large.`)
}

/** Every score of the task that has a value; the first problem when none has. */
export const scoreAll = (
  truth: Truth,
  split: 'valid' | 'test',
  predicted: readonly unknown[],
): { ok: true; scores: { name: string; value: number }[] } | { ok: false; problem: string } => {
  const scored = scoresFor(truth.task).map(({ name }) => ({ name, scored: scorePredictions(name as ScoreName, truth, split, predicted) }))
  const defined = scored.flatMap(({ name, scored: one }) => (one.ok ? [{ name, value: one.value }] : []))
  const problem = scored.map(({ scored: one }) => (one.ok ? undefined : one.problem)).find((one) => one !== undefined)
  return defined.length > 0 ? { ok: true, scores: defined } : bad(problem ?? 'There is no score of this task.')
}
