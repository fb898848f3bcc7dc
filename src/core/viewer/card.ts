import type { ViewerEntry } from './entry.ts'
import { fieldsIn, headIn, idIn, lengthIn, listIn, numberIn, numberOrNull, oneOf, stringIn, stringOrNull } from './fields.ts'
import { type CardView, type ColumnView, mostClasses, mostColumns, mostProblems } from './viewer-state.ts'

const types = ['number', 'text', 'boolean', 'date'] as const
const tasks = ['classification', 'regression'] as const
/** More parts than any split has. */
const mostSplits = 5

/** The first entries of a list; what is nothing is not counted among them. */
const firstOf = <Item>(value: unknown, most: number, read: (entry: unknown) => Item | undefined): Item[] =>
  listIn(value)
    .flatMap((entry) => read(entry) ?? [])
    .slice(0, most)

const columnIn = (entry: unknown): ColumnView | undefined => {
  const { name, type, missing, distinct, least, mean, most } = fieldsIn(entry)
  const named = headIn(name)
  if (named === '') return undefined
  return {
    name: named,
    type: oneOf(type, types) ?? 'text',
    missing: numberIn(missing),
    distinct: numberIn(distinct),
    least: numberOrNull(least),
    mean: numberOrNull(mean),
    most: numberOrNull(most),
  }
}

const classIn = (entry: unknown): CardView['classes'][number] => {
  const { value, count } = fieldsIn(entry)
  return { value: headIn(value), count: numberIn(count) }
}

const splitIn = (entry: unknown): CardView['splits'][number] | undefined => {
  const { name, rows } = fieldsIn(entry)
  const named = idIn(name)
  return named === undefined ? undefined : { name: named, rows: numberIn(rows) }
}

/** A data card as far as it came; null when there is none. */
export const cardView = (value: unknown, { seq }: ViewerEntry): CardView | null => {
  const card = fieldsIn(value)
  const source = headIn(card.source)
  if (source === '') return null
  const columns = firstOf(card.columns, mostColumns, columnIn)
  const classes = firstOf(card.classes, mostClasses, classIn)
  const [moreColumns, moreClasses] = [lengthIn(card.columns) - columns.length, lengthIn(card.classes) - classes.length]
  return {
    seq,
    source,
    licence: stringOrNull(card.licence),
    rows: numberIn(card.rows),
    columns,
    ...(moreColumns > 0 ? { columnsLeftOut: moreColumns } : {}),
    target: stringIn(card.target),
    task: oneOf(card.task, tasks) ?? 'classification',
    classes,
    ...(moreClasses > 0 ? { classesLeftOut: moreClasses } : {}),
    splits: firstOf(card.splits, mostSplits, splitIn),
    seed: numberIn(card.seed),
    duplicates: numberIn(card.duplicates),
    acrossSplits: numberIn(card.acrossSplits),
    problems: firstOf(card.problems, mostProblems, (problem) => headIn(problem) || undefined),
  }
}
