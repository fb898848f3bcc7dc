import { z } from 'zod'
import type { Fault } from '../core/fault.ts'
import { predictionsFile } from './lab-module/files.ts'
import { type LinesFile, parseLines, readLines } from './read-lines.ts'

/** `values`: of all lines together; `text`: characters of one label. */
export const predictionLimits = { lines: 2000, bytes: 64 * 1024 * 1024, values: 4_000_000, text: 200 }

/** What a program predicts for one split with one seed: a class label as the data has it, or a number, for each row in their order. */
export type Prediction = { split: 'valid' | 'test'; seed?: number | undefined; arm?: string | undefined; values: (string | number)[] }

/** The predictions of a run; with a fault, those that come before what is wrong. */
export type Predictions = { predictions: Prediction[]; fault?: Fault }

const isValue = (value: unknown): value is string | number =>
  typeof value === 'string' ? value.length <= predictionLimits.text : typeof value === 'number' && Number.isFinite(value)

/** Looked at by hand: a schema for each of millions of values would take seconds. */
const values = z.custom<(string | number)[]>(Array.isArray, 'values must be a list').superRefine((list, context) => {
  const at = list.findIndex((value) => !isValue(value))
  if (at < 0) return
  const found = JSON.stringify(list[at]).slice(0, 40)
  context.addIssue(`values[${at}] must be a finite number or a text of up to ${predictionLimits.text} characters, and is ${found}`)
})

const prediction = z.strictObject({
  split: z.enum(['valid', 'test']),
  seed: z.int().optional(),
  arm: z.string().min(1).max(80).optional(),
  values,
})

const count = (rows: readonly Prediction[]): number => rows.reduce((sum, row) => sum + row.values.length, 0)

const problem = (row: Prediction, before: readonly Prediction[]): string | undefined => {
  if (count(before) + row.values.length > predictionLimits.values) return `there are more than ${predictionLimits.values} values by here`
  const same = before.findIndex(({ split, seed, arm }) => split === row.split && seed === row.seed && arm === row.arm)
  return same < 0 ? undefined : `is for the same split, seed and arm as line ${same + 1}`
}

const file: LinesFile<Prediction> = { name: predictionsFile, limits: predictionLimits, row: prediction, problem }

/**
 * Reads JSON Lines of predictions, strictly: the first line that is not one, or is the second for its split, seed and arm, is a
 * fault 'bad-output' that names its number, from 1. How many values a split wants is for who knows the split to check.
 */
export const parsePredictions = (text: string): Predictions => {
  const { rows, ...rest } = parseLines(text, file)
  return { predictions: rows, ...rest }
}

/** Reads what the helper module wrote into the folder; no file means no predictions. */
export const readPredictions = async (folder: string): Promise<Predictions> => {
  const { rows, ...rest } = await readLines(folder, file)
  return { predictions: rows, ...rest }
}
