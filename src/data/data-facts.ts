import { z } from 'zod'
import { hashOf } from '../core/canonical.ts'
import { columnFacts, countLabels, factsOf, labelCount } from './column-facts.ts'
import { leak, leaksOf } from './leaks.ts'
import { featureKey } from './row-key.ts'
import { type Split, splitNames } from './split.ts'
import { cellsAt, placeOf, type Table } from './table.ts'
import { tasks } from './task.ts'
import { csvOf } from './write-csv.ts'

const count = z.int().nonnegative()
const part = z.strictObject({ rows: count, classes: z.array(labelCount).optional() })

/** What is known of a data set before anything is computed from it. */
export const dataFacts = z.strictObject({
  version: z.literal(1),
  /** The id under which the data set was chosen. */
  name: z.string().optional(),
  licence: z.string().optional(),
  /** Who collected the data, and where it is published. */
  source: z.string().optional(),
  /** Of the canonical CSV of the whole table. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: count,
  columns: z.array(columnFacts),
  target: z.string().optional(),
  task: z.enum(tasks).optional(),
  /** Rows of each class, the most frequent first; of classification only. */
  classes: z.array(labelCount).optional(),
  /** Rows that repeat an earlier one in every cell. */
  duplicates: count,
  leaks: z.array(leak),
  split: z
    .strictObject({
      seed: z.int(),
      by: z.strictObject({ kind: z.enum(['group', 'time']), column: z.string() }).optional(),
      parts: z.strictObject({ train: part, valid: part, test: part }),
      /** Rows without a target, left out. */
      dropped: count,
      /** Rows of valid and test whose features are equal to those of a row of train. */
      shared: count,
    })
    .optional(),
})
export type DataFacts = z.infer<typeof dataFacts>

/** What the table itself does not say. With a split, its target and task are taken. */
export type FactsAbout = Partial<Pick<DataFacts, 'name' | 'licence' | 'source' | 'target' | 'task'>> & { split?: Split }

const splitFacts = (table: Table, { seed, by, target, task, rows, dropped }: Split): NonNullable<DataFacts['split']> => {
  const place = placeOf(table, target)
  const type = table.columns[place ?? -1]?.type ?? 'text'
  const keyOf = (row: number) => featureKey(table.rows[row] ?? [], place)
  const partOf = (numbers: readonly number[]) => {
    const cells = numbers.map((row) => table.rows[row]?.[place ?? -1] ?? null)
    return { rows: numbers.length, ...(task === 'classification' ? { classes: countLabels(cells, type) } : {}) }
  }
  const trained = new Set(rows.train.map(keyOf))
  return {
    seed,
    ...(by ? { by } : {}),
    parts: { train: partOf(rows.train), valid: partOf(rows.valid), test: partOf(rows.test) },
    dropped: dropped.length,
    shared: splitNames.slice(1).reduce((sum, name) => sum + rows[name].filter((row) => trained.has(keyOf(row))).length, 0),
  }
}

/** Counts what there is to know of a table; guesses nothing. */
export const examine = (table: Table, { split, ...about }: FactsAbout = {}): DataFacts => {
  const target = split?.target ?? about.target
  const task = split?.task ?? about.task
  const place = target === undefined ? undefined : placeOf(table, target)
  const type = table.columns[place ?? -1]?.type ?? 'text'
  return {
    version: 1,
    ...about,
    sha256: hashOf(csvOf(table)),
    rows: table.rows.length,
    columns: table.columns.map((one, at) => factsOf(one, cellsAt(table, at))),
    ...(target === undefined ? {} : { target }),
    ...(task === undefined ? {} : { task }),
    ...(task === 'classification' && place !== undefined ? { classes: countLabels(cellsAt(table, place), type) } : {}),
    duplicates: table.rows.length - new Set(table.rows.map((row) => featureKey(row, undefined))).size,
    leaks: target === undefined ? [] : leaksOf(table, target),
    ...(split ? { split: splitFacts(table, split) } : {}),
  }
}
