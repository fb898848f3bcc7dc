import { z } from 'zod'
import { looksLikeNumber } from './column-type.ts'
import { type Cell, type Column, column, labelOf } from './table.ts'

const count = z.int().nonnegative()
export const labelCount = z.strictObject({ label: z.string(), count })
export type LabelCount = z.infer<typeof labelCount>

export const columnFacts = z.strictObject({
  ...column.shape,
  missing: count,
  /** Different values, without what is missing. */
  distinct: count,
  /** Of a column of numbers with at least one value. */
  numbers: z.strictObject({ min: z.number(), max: z.number(), mean: z.number() }).optional(),
  /** The most frequent values of any other column, at most five; cut to 80 characters. */
  top: z.array(labelCount).optional(),
  /** The share of all rows that hold the most frequent value, or miss it; 0 to 1. */
  commonest: z.number(),
  /** Of a text column: how many values would be numbers if all were. */
  numberLike: count.optional(),
})
export type ColumnFacts = z.infer<typeof columnFacts>

const most = 5
const longest = 80

export const countLabels = (cells: readonly Cell[], type: Column['type']): LabelCount[] => {
  const counts = new Map<string, number>()
  for (const value of cells) {
    if (value === null) continue
    const label = labelOf(value, type)
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
  return sorted.map(([label, times]) => ({ label, count: times }))
}

const numbersOf = (cells: readonly Cell[]) => {
  const values = cells.filter((value) => typeof value === 'number')
  if (values.length === 0) return undefined
  const ends = values.reduce(({ min, max }, one) => ({ min: Math.min(min, one), max: Math.max(max, one) }), {
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
  })
  // Each divided first: a sum of large values would not be finite.
  return { ...ends, mean: values.reduce((sum, one) => sum + one / values.length, 0) }
}

export const factsOf = ({ name, type }: Column, cells: readonly Cell[]): ColumnFacts => {
  const counts = countLabels(cells, type)
  const missing = cells.filter((value) => value === null).length
  const numbers = type === 'number' ? numbersOf(cells) : undefined
  const top = counts.slice(0, most).map((one) => ({ ...one, label: one.label.slice(0, longest) }))
  return {
    name,
    type,
    missing,
    distinct: counts.length,
    ...(numbers ? { numbers } : {}),
    ...(type === 'number' ? {} : { top }),
    commonest: cells.length === 0 ? 0 : Math.max(missing, counts[0]?.count ?? 0) / cells.length,
    ...(type === 'text' ? { numberLike: cells.filter((value) => typeof value === 'string' && looksLikeNumber(value)).length } : {}),
  }
}
