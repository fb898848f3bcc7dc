import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Goal } from '../../src/search/node.ts'
import { classification, type Grammar, regression } from './grammar/choices.ts'

const run = promisify(execFile)
export const pythonFile = (name: string): string => fileURLToPath(new URL(`./python/${name}`, import.meta.url))

type Dataset = { name: string; grammar: Grammar; metric: 'accuracy' | 'rmse'; goal: Goal; rows: number }

/** Two data sets that come with scikit-learn and three that it makes, with so few rows to learn from that programs differ. */
export const datasets: readonly Dataset[] = [
  { name: 'breast_cancer', grammar: classification, metric: 'accuracy', goal: 'max', rows: 80 },
  { name: 'digits', grammar: classification, metric: 'accuracy', goal: 'max', rows: 120 },
  { name: 'hastie_10_2', grammar: classification, metric: 'accuracy', goal: 'max', rows: 150 },
  { name: 'classification', grammar: classification, metric: 'accuracy', goal: 'max', rows: 150 },
  { name: 'friedman1', grammar: regression, metric: 'rmse', goal: 'min', rows: 150 },
]

export type Split = 'valid' | 'test'

/** One data set, split in one way. Programs see `files`; `truth` stays with who scores. */
export type Task = {
  name: string
  dataset: Dataset
  files: Readonly<Record<string, string>>
  truth: Readonly<Record<Split, readonly number[]>>
  hash: string
}

const inputs = ['train.csv', 'valid.csv', 'test.csv'] as const

/** The task of a data set and a split, written into the folder by scikit-learn when it is not there yet. */
export const openTask = async (python: string, folder: string, dataset: Dataset, split: number): Promise<Task> => {
  const name = `${dataset.name}-${dataset.rows}-${split}`
  const truthFile = join(folder, `${name}.truth.json`)
  if (!existsSync(truthFile)) await run(python, [pythonFile('data.py'), folder, name, dataset.name, String(split), String(dataset.rows)])
  const texts = await Promise.all(inputs.map(async (file) => [file, await readFile(join(folder, name, file), 'utf8')] as const))
  const files = Object.fromEntries(texts)
  const truth = JSON.parse(await readFile(truthFile, 'utf8')) as Task['truth']
  return {
    name,
    dataset,
    files,
    truth,
    hash: createHash('sha256')
      .update(JSON.stringify([files, truth]))
      .digest('hex'),
  }
}
