import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataCard } from '../core/data-card.ts'
import { createFault, type Fault } from '../core/fault.ts'
import type { Metric } from '../core/metric.ts'
import type { ProgramOperator, ReadonlyState } from '../core/state.ts'
import { cardOf } from '../data/card.ts'
import { holdOut, readTruth, type Truth, truthText } from '../data/hold-out.ts'
import { scorePredictions } from '../data/score.ts'
import type { ScoreName } from '../data/scores.ts'
import { splitTable } from '../data/split.ts'
import type { Table } from '../data/table.ts'
import { type Task, taskOf } from '../data/task.ts'
import { readPredictions } from '../sandbox/read-predictions.ts'
import type { ProgramResult } from '../sandbox/sandbox.ts'

/** What lies beside a program, by name. */
const visible = ['train.csv', 'valid.csv', 'test.csv'] as const
/** What no program sees: the labels of valid and test. */
const hidden = 'truth.json'

/** Each attempt may take other data. */
export const dataFolder = (runFolder: string, state: ReadonlyState): string => join(runFolder, 'data', String(state.earlier.length + 1))

/** What the catalogue says of a data set. */
export type About = Parameters<typeof cardOf>[2]

export type Taken = { card: DataCard } | { problem: string }

/**
 * Splits a table and puts it into the folder of this attempt's data, whole or not at all: the files that programs see, and the truth
 * that they do not. The same table, target and seed give the same files.
 */
export const takeData = async (
  folder: string,
  table: Table,
  about: About,
  { target, task = taskOf(table, target), seed }: { target: string; task?: Task | undefined; seed: number },
): Promise<Taken> => {
  const made = splitTable(table, { target, task, seed })
  if (!made.ok) return { problem: made.problem }
  const { files, truth } = holdOut(table, made.split)
  const card = cardOf(table, made.split, about)
  const fresh = `${folder}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  for (const { name, text } of files) await writeFile(join(fresh, name), text)
  await writeFile(join(fresh, hidden), truthText(truth))
  await rm(folder, { recursive: true, force: true })
  await rename(fresh, folder)
  return { card }
}

/** The files that a program finds beside it; none where the programs make their data. */
export const dataFiles = async (folder: string): Promise<Record<string, string>> => {
  if (!existsSync(folder)) return {}
  const texts = await Promise.all(visible.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const))
  return Object.fromEntries(texts)
}

const truthIn = async (folder: string): Promise<Truth | undefined> =>
  existsSync(join(folder, hidden)) ? readTruth(await readFile(join(folder, hidden), 'utf8')) : undefined

/** Splits that a program is scored on: the labels of test are for the winner's last run alone. */
const scoredFor = (operator: ProgramOperator): ReadonlySet<string> => new Set(operator === 'final' ? ['valid', 'test'] : ['valid'])

type Scored = { metrics: Metric[]; fault?: Fault }

const score = async (folder: string, programFolder: string, metric: string, operator: ProgramOperator): Promise<Scored> => {
  const truth = await truthIn(folder)
  if (!truth)
    return {
      metrics: [],
      fault: createFault('unavailable', 'the labels that programs are scored with are not in the run’s folder any more'),
    }
  const { predictions, fault } = await readPredictions(programFolder)
  const scored: Metric[] = []
  for (const { split, seed, arm, values } of predictions) {
    if (!scoredFor(operator).has(split)) continue
    const one = scorePredictions(metric as ScoreName, truth, split, values)
    if (!one.ok) return { metrics: scored, fault: createFault('bad-output', one.problem) }
    scored.push({
      name: metric,
      value: one.value,
      split,
      by: 'gal',
      ...(seed === undefined ? {} : { seed }),
      ...(arm === undefined ? {} : { arm }),
    })
  }
  return { metrics: scored, ...(fault ? { fault } : {}) }
}

/**
 * A program's result with what the lab measures of it: scores of its predictions, against labels that it never saw. What it claims
 * of those parts of the data itself is no measurement, and a fault.
 */
export const withScores = async (
  result: ProgramResult,
  { folder, programFolder, metric, operator }: { folder: string; programFolder: string; metric: string; operator: ProgramOperator },
): Promise<ProgramResult> => {
  const claimed = result.metrics.find(({ name, split }) => name === metric && (split === 'valid' || split === 'test'))
  const { metrics, fault } = await score(folder, programFolder, metric, operator)
  const own = claimed
    ? createFault(
        'bad-output',
        `the program reported ${metric} of ${claimed.split} itself, whose labels it cannot know: lab.predict hands predictions in`,
      )
    : undefined
  const first = result.fault ?? own ?? fault
  return { ...result, ...(first ? { fault: first } : {}), metrics: [...result.metrics.filter((one) => one !== claimed), ...metrics] }
}
