import type { PhaseName, RoleName } from '../core/names.ts'
import { isSmall } from '../core/small-model.ts'
import type { Model } from '../models/model.ts'
import type { Language, Sandbox } from '../sandbox/sandbox.ts'
import type { DatasetCatalogue, TableSource } from '../sources/datasets.ts'
import type { Source } from '../sources/source.ts'
import type { Budgets } from './budget.ts'
import type { Prompts } from './prompts.ts'

/** Something that happens now and is not worth keeping: words as they are spoken, output as it is printed. Never stored. */
export type Signal =
  | { key: 'delta'; turn: string; role: string; text: string }
  | { key: 'output'; program: string; text: string }
  | { key: 'retry'; turn: string; role: string; text: string }

/** All that a driver works with, chosen from the configuration once and handed in. */
export type Parts = {
  prompts: Prompts
  model(role: RoleName, phase: PhaseName): Model
  source: Source
  datasets: DatasetCatalogue
  /** Brings the rows of what the catalogues find. */
  tables: TableSource
  sandbox: Sandbox
  signal(signal: Signal): void
  /** Milliseconds since 1970. */
  now(): number
  settings: Settings
}

/** The part of the configuration that steers the drive. */
export type Settings = {
  /** The language of the paper, as its code. */
  language: string
  phases: Readonly<Record<PhaseName, { steps: number }>>
  budget: Budgets
  gates: Partial<Record<PhaseName, 'off' | 'ask'>>
  taskNotes: Partial<Record<PhaseName, readonly string[]>>
  /** Seconds that the driver waits for a person before it lets go of the run. */
  waitSeconds: number
  /** Questions that roles may ask people in a run. */
  questions: number
  temperature: number
  maxTokens: number
  /** Per million tokens. */
  price: { input: number; output: number }
  program: { language: Language; seconds: number; memoryMiB: number; outputChars: number }
  /** The folder of this run: programs get folders of their own in its workspace. */
  folder: string
}

/** Whether a model's texts are kept short, because it writes on until it is cut off or is so small that it is sure to. */
export const isTerse = (model: Model): boolean => model.endless === true || isSmall(model)

/** Tokens that hold an answer whose texts are kept short. */
const tersely = 1536

/** Most tokens of an answer of this model: as set, but never more than half of what it can hold, nor than it will be let write. */
export const roomFor = (model: Model, { maxTokens }: Settings): number =>
  Math.min(maxTokens, Math.floor(model.context / 2), isTerse(model) ? tersely : maxTokens)
