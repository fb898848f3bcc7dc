import type { DataCard } from '../core/data-card.ts'
import type { LabelCount } from './column-facts.ts'
import { examine, type FactsAbout } from './data-facts.ts'
import { problemsOf } from './problems.ts'
import type { Split } from './split.ts'
import { splitNames } from './split.ts'
import type { Table } from './table.ts'

const named = ({ label, count }: LabelCount) => ({ value: label, count })

/** The card of a table and its split, as it is kept on the log. `source` is the id under which the data set was chosen. */
export const cardOf = (table: Table, split: Split, about: Pick<FactsAbout, 'licence' | 'source'> & { name: string }): DataCard => {
  const facts = examine(table, { ...about, split })
  const { licence, classes } = facts
  return {
    source: about.name,
    ...(licence === undefined ? {} : { licence }),
    rows: facts.rows,
    columns: facts.columns.map(({ name, type, missing, distinct, numbers, top }) => ({
      name,
      type,
      missing,
      distinct,
      ...(numbers ? { least: numbers.min, mean: numbers.mean, most: numbers.max } : {}),
      ...(top ? { top: top.map(named) } : {}),
    })),
    target: split.target,
    task: split.task,
    ...(classes ? { classes: classes.map(named) } : {}),
    splits: splitNames.map((name) => ({ name, rows: split.rows[name].length })),
    seed: split.seed,
    duplicates: facts.duplicates,
    acrossSplits: facts.split?.shared ?? 0,
    sha256: facts.sha256,
    problems: problemsOf(facts).map(({ why }) => why),
  }
}
