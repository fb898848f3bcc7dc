import type { ColumnFacts, LabelCount } from './column-facts.ts'
import type { DataFacts } from './data-facts.ts'
import type { Leak } from './leaks.ts'
import { counted } from './reading.ts'

/** Something that a person should know of a data set. What is `serious` makes results wrong; a `note` makes them worth less. */
export type DataProblem = { kind: string; level: 'serious' | 'note'; why: string }

type Check = { kind: string; level: DataProblem['level']; find: (facts: DataFacts) => readonly string[] }

const fewestRows = 50
const mostMissing = 0.5
const nearlyConstant = 0.99
const rarest = 0.05
const mostNames = 10

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`
const when = (holds: boolean, why: string): string[] => (holds ? [why] : [])

/** One sentence for all columns that a check finds. */
const named = (columns: readonly { name: string }[], say: (names: string) => string): string[] => {
  if (columns.length === 0) return []
  const names = columns.slice(0, mostNames).map(({ name }) => name)
  return [say(`${names.join(', ')}${columns.length > mostNames ? ` and ${columns.length - mostNames} more` : ''}`)]
}

const targetOf = ({ columns, target }: DataFacts): ColumnFacts | undefined => columns.find(({ name }) => name === target)
const features = ({ columns, target }: DataFacts): ColumnFacts[] => columns.filter(({ name }) => name !== target)
const classesIn = (classes: readonly LabelCount[] | undefined) => new Set(classes?.map(({ label }) => label))

const waysToLeak: Readonly<Record<Leak['how'], string>> = {
  equal: 'is equal to the target',
  'one-to-one': 'has a value of its own for each value of the target',
  'same-order': 'has the order of the target',
}

const checks: readonly Check[] = [
  {
    kind: 'no-target',
    level: 'serious',
    find: (facts) => when(facts.target !== undefined && !targetOf(facts), `There is no column ${facts.target} to predict.`),
  },
  {
    kind: 'constant-target',
    level: 'serious',
    find: (facts) =>
      when((targetOf(facts)?.distinct ?? 2) < 2, `All values of ${facts.target} are the same, so there is nothing to predict.`),
  },
  {
    kind: 'wrong-target',
    level: 'serious',
    find: (facts) =>
      when(
        facts.task === 'regression' && (targetOf(facts)?.type ?? 'number') !== 'number',
        `${facts.target} holds no numbers, and the task is a regression.`,
      ),
  },
  {
    kind: 'no-features',
    level: 'serious',
    find: (facts) =>
      when(
        features(facts).every(({ distinct }) => distinct < 2),
        'No column but the target varies.',
      ),
  },
  {
    kind: 'leak',
    level: 'serious',
    find: ({ leaks }) => leaks.map(({ column, how }) => `${column} gives the target away: it ${waysToLeak[how]}. Leave it out.`),
  },
  {
    kind: 'shared-rows',
    level: 'serious',
    find: ({ split }) =>
      when((split?.shared ?? 0) > 0, `${counted(split?.shared ?? 0, 'row')} of valid and test have the features of a row of train.`),
  },
  {
    kind: 'absent-class',
    level: 'serious',
    find: ({ split, classes = [] }) =>
      Object.entries(split?.parts ?? {}).flatMap(([part, { classes: there }]) => {
        const found = classesIn(there)
        const absent = classes.filter(({ label }) => !found.has(label)).map(({ label }) => ({ name: label }))
        return there === undefined ? [] : named(absent, (labels) => `No row of ${part} has the class ${labels}.`)
      }),
  },
  {
    kind: 'few-rows',
    level: 'note',
    find: ({ rows }) =>
      when(rows < fewestRows, `There are only ${counted(rows, 'row')}: one row more or less right changes a score by percents.`),
  },
  {
    kind: 'missing-target',
    level: 'note',
    find: (facts) =>
      when((targetOf(facts)?.missing ?? 0) > 0, `${counted(targetOf(facts)?.missing ?? 0, 'row')} without a target are left out.`),
  },
  {
    kind: 'missing-values',
    level: 'note',
    find: (facts) =>
      named(
        features(facts).filter(({ missing }) => missing > facts.rows * mostMissing),
        (names) => `More than half of the values are missing in ${names}.`,
      ),
  },
  {
    kind: 'constant-column',
    level: 'note',
    find: (facts) =>
      named(
        features(facts).filter(({ commonest, distinct }) => commonest >= nearlyConstant || distinct < 2),
        (names) => `Nearly all rows have the same value in ${names}.`,
      ),
  },
  {
    kind: 'identifier',
    level: 'note',
    find: (facts) =>
      named(
        features(facts).filter(({ type, distinct }) => type === 'text' && facts.rows > 20 && distinct === facts.rows),
        (names) => `Every row has a value of its own in ${names}: a name or a free text, of no use as a category.`,
      ),
  },
  {
    kind: 'mixed-column',
    level: 'note',
    find: (facts) =>
      facts.columns
        .filter(({ numberLike = 0, missing }) => numberLike < facts.rows - missing && numberLike > (facts.rows - missing) * 0.9)
        .map(
          ({ name, numberLike = 0, missing }) =>
            `${name} is read as text because of ${counted(facts.rows - missing - numberLike, 'value')} that ${facts.rows - missing - numberLike === 1 ? 'is' : 'are'} no number.`,
        ),
  },
  {
    kind: 'duplicates',
    level: 'note',
    find: ({ duplicates, rows }) => when(duplicates > 0, `${counted(duplicates, 'row')} of ${rows} repeat an earlier one.`),
  },
  {
    kind: 'imbalance',
    level: 'note',
    find: ({ classes = [] }) => {
      const total = classes.reduce((sum, { count }) => sum + count, 0)
      return classes
        .filter(({ count }) => classes.length < 10 && count < total * rarest)
        .map(
          ({ label, count }) =>
            `Only ${percent(count / total)} of the rows have the class ${label}: look at balanced accuracy, not at accuracy.`,
        )
    },
  },
  { kind: 'no-licence', level: 'note', find: ({ licence }) => when(licence === undefined, 'The licence of the data is not known.') },
]

/** What a person should be told of a data set, the serious first. */
export const problemsOf = (facts: DataFacts): DataProblem[] =>
  checks
    .flatMap(({ kind, level, find }) => find(facts).map((why) => ({ kind, level, why })))
    .sort((a, b) => Number(b.level === 'serious') - Number(a.level === 'serious'))
