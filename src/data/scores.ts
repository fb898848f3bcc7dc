import type { Task } from './task.ts'

type About = {
  name: string
  goal: 'max' | 'min'
  /** 'target' where a score has the unit of what is predicted; none for a bare ratio. */
  unit?: 'target'
  /** Where the formula is from. */
  source: string
}

/** A score of classes: labels that are true and labels that were predicted, row by row, at least one. */
export type ClassScore = About & { task: 'classification'; compute: (truth: readonly string[], predicted: readonly string[]) => number }
/** A score of numbers, row by row, at least one. NaN where it is not defined. */
export type NumberScore = About & { task: 'regression'; compute: (truth: readonly number[], predicted: readonly number[]) => number }
export type Score = ClassScore | NumberScore

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

type Tally = { truths: number; predictions: number; hits: number }

/** For every label that is true or was predicted: how often it is true, was predicted, and both at once. */
const tally = (truth: readonly string[], predicted: readonly string[]): Tally[] => {
  const tallies = new Map<string, Tally>()
  const of = (label: string): Tally => {
    const found = tallies.get(label) ?? { truths: 0, predictions: 0, hits: 0 }
    tallies.set(label, found)
    return found
  }
  for (const [at, label] of truth.entries()) {
    const said = predicted[at] ?? ''
    of(label).truths += 1
    of(said).predictions += 1
    if (said === label) of(label).hits += 1
  }
  return [...tallies.values()]
}

const squares = (truth: readonly number[], predicted: readonly number[]): number[] =>
  truth.map((value, at) => (value - (predicted[at] ?? Number.NaN)) ** 2)

const sokolova = 'Sokolova and Lapalme 2009, doi 10.1016/j.ipm.2009.03.002'
const willmott = 'Willmott and Matsuura 2005, doi 10.3354/cr030079'

export const scores = [
  {
    name: 'accuracy',
    task: 'classification',
    goal: 'max',
    source: sokolova,
    compute: (truth, predicted) => mean(truth.map((label, at) => (label === predicted[at] ? 1 : 0))),
  },
  {
    name: 'balanced-accuracy',
    task: 'classification',
    goal: 'max',
    source: 'the mean recall over the classes that occur: Brodersen et al. 2010, doi 10.1109/ICPR.2010.764',
    compute: (truth, predicted) =>
      mean(
        tally(truth, predicted)
          .filter(({ truths }) => truths > 0)
          .map(({ truths, hits }) => hits / truths),
      ),
  },
  {
    name: 'f1-macro',
    task: 'classification',
    goal: 'max',
    source:
      'the mean over the classes that occur or were predicted of F1, which is 0 without a hit: Opitz and Burst 2019, arXiv 1911.03347',
    compute: (truth, predicted) =>
      mean(tally(truth, predicted).map(({ truths, predictions, hits }) => (2 * hits) / (truths + predictions))),
  },
  {
    name: 'rmse',
    task: 'regression',
    goal: 'min',
    unit: 'target',
    source: willmott,
    compute: (truth, predicted) => Math.sqrt(mean(squares(truth, predicted))),
  },
  {
    name: 'mae',
    task: 'regression',
    goal: 'min',
    unit: 'target',
    source: willmott,
    compute: (truth, predicted) => mean(truth.map((value, at) => Math.abs(value - (predicted[at] ?? Number.NaN)))),
  },
  {
    name: 'r2',
    task: 'regression',
    goal: 'max',
    source: 'R² of equation 1 in Kvålseth 1985, doi 10.1080/00031305.1985.10479448',
    compute(truth, predicted) {
      const middle = mean(truth)
      const around = truth.reduce((sum, value) => sum + (value - middle) ** 2, 0)
      return around === 0 ? Number.NaN : 1 - squares(truth, predicted).reduce((sum, one) => sum + one, 0) / around
    },
  },
] as const satisfies readonly Score[]

export type ScoreName = (typeof scores)[number]['name']

export const scoresFor = (task: Task): readonly Score[] => scores.filter((score) => score.task === task)
