import { z } from 'zod'
import type { Split, SplitName } from './split.ts'
import { columnTypes, placeOf, type Table, withoutCell } from './table.ts'
import { classesOf, tasks } from './task.ts'
import { writeCsv } from './write-csv.ts'

const value = z.union([z.number(), z.string(), z.boolean()])

/** What a program is scored against and never sees: the target's values in valid and in test, in the order of their files' rows. */
export const truth = z.strictObject({
  version: z.literal(1),
  target: z.string(),
  type: z.enum(columnTypes),
  task: z.enum(tasks),
  /** Every class of the whole table as a label; none for regression. */
  classes: z.array(z.string()),
  values: z.strictObject({ valid: z.array(value), test: z.array(value) }),
})
export type Truth = z.infer<typeof truth>

export type HoldOut = {
  /** What lies beside a program: train.csv with the target, valid.csv and test.csv without it. */
  files: readonly { name: `${SplitName}.csv`; text: string }[]
  /** Stays outside of where programs run. */
  truth: Truth
}

/** The files that a program sees, and the truth that it does not. The split is one of this table: splitTable gives both together. */
export const holdOut = (table: Table, split: Split): HoldOut => {
  const target = placeOf(table, split.target)
  if (target === undefined) throw new Error(`the split is of another table: there is no column ${split.target}`)
  const rowsOf = (name: SplitName) => split.rows[name].map((row) => table.rows[row] ?? [])
  const features = table.columns.filter((_, place) => place !== target)
  const blind = (name: SplitName) =>
    writeCsv(
      features,
      rowsOf(name).map((row) => withoutCell(row, target)),
    )
  const valuesOf = (name: SplitName) => rowsOf(name).flatMap((row) => row[target] ?? [])
  const type = table.columns[target]?.type ?? 'text'
  return {
    files: [
      { name: 'train.csv', text: writeCsv(table.columns, rowsOf('train')) },
      { name: 'valid.csv', text: blind('valid') },
      { name: 'test.csv', text: blind('test') },
    ],
    truth: {
      version: 1,
      target: split.target,
      type,
      task: split.task,
      classes:
        split.task === 'classification'
          ? classesOf(
              table.rows.map((row) => row[target] ?? null),
              type,
            )
          : [],
      values: { valid: valuesOf('valid'), test: valuesOf('test') },
    },
  }
}

/** The truth as the text of a file. */
export const truthText = (value: Truth): string => `${JSON.stringify(value)}\n`

/** The truth from its file's text; undefined when it is none. */
export const readTruth = (text: string): Truth | undefined => {
  try {
    return truth.safeParse(JSON.parse(text)).data
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}
