import { z } from 'zod'
import { type Cell, type Column, cellsAt, labelOf, placeOf, type Table } from './table.ts'

/** A column that gives the target away: it is equal to it, each of its values stands for one of the target's, or it has its order. */
export const leak = z.strictObject({ column: z.string(), how: z.enum(['equal', 'one-to-one', 'same-order']) })
export type Leak = z.infer<typeof leak>

type Pair = { value: string; target: string }

const fewestRows = 10
/** A column of names alone stands one to one for any other: only values that come back prove something. */
const rowsForEachValue = 2

const mapsTo = (pairs: readonly Pair[], from: 'value' | 'target', to: 'value' | 'target'): number | undefined => {
  const images = new Map<string, string>()
  for (const pair of pairs) {
    const image = images.get(pair[from])
    if (image !== undefined && image !== pair[to]) return undefined
    images.set(pair[from], pair[to])
  }
  return images.size
}

const oneToOne = (pairs: readonly Pair[]): boolean => {
  const values = mapsTo(pairs, 'value', 'target')
  const targets = mapsTo(pairs, 'target', 'value')
  return values !== undefined && targets !== undefined && targets > 1 && pairs.length >= rowsForEachValue * values
}

/** Whether one grows, or falls, whenever the other grows, and stays when it stays: a chance of 2/n! for n values that have no tie. */
const sameOrder = (pairs: readonly (readonly [number, number])[]): boolean => {
  const sorted = [...pairs].sort(([a], [b]) => a - b)
  const signs = new Set<number>()
  for (const [at, [value, target]] of sorted.entries()) {
    const before = sorted[at - 1]
    if (before === undefined) continue
    const step = Math.sign(target - before[1])
    if ((value === before[0]) !== (step === 0)) return false
    if (step !== 0) signs.add(step)
  }
  return signs.size === 1
}

const howOf = (
  values: readonly Cell[],
  targets: readonly Cell[],
  type: Column['type'],
  targetType: Column['type'],
): Leak['how'] | undefined => {
  const pairs: Pair[] = []
  const numbers: [number, number][] = []
  for (const [at, value] of values.entries()) {
    const target = targets[at] ?? null
    if (value === null || target === null) continue
    pairs.push({ value: labelOf(value, type), target: labelOf(target, targetType) })
    if (typeof value === 'number' && typeof target === 'number') numbers.push([value, target])
  }
  const known = targets.filter((target) => target !== null).length
  if (pairs.length < fewestRows || pairs.length < known / 2) return undefined
  if (new Set(pairs.map(({ target }) => target)).size < 2) return undefined
  if (pairs.every(({ value, target }) => value === target)) return 'equal'
  if (oneToOne(pairs)) return 'one-to-one'
  return numbers.length === pairs.length && sameOrder(numbers) ? 'same-order' : undefined
}

/** The columns that give the target away, over the rows where neither is missing: at least ten, and half of those with a target. */
export const leaksOf = (table: Table, target: string): Leak[] => {
  const place = placeOf(table, target)
  if (place === undefined) return []
  const targets = cellsAt(table, place)
  return table.columns.flatMap(({ name, type }, at) => {
    const how = at === place ? undefined : howOf(cellsAt(table, at), targets, type, table.columns[place]?.type ?? 'text')
    return how === undefined ? [] : [{ column: name, how }]
  })
}
