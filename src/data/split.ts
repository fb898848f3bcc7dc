import { z } from 'zod'
import { seedFrom } from '../core/rng.ts'
import { apportion, type Unit } from './apportion.ts'
import { bad, counted } from './reading.ts'
import { featureKey } from './row-key.ts'
import { type Cell, labelOf, placeOf, type Table } from './table.ts'
import { tasks } from './task.ts'
import { timeOf } from './time-of.ts'

export const splitNames = ['train', 'valid', 'test'] as const
export type SplitName = (typeof splitNames)[number]

const share = z.number().min(0).max(1)
const rowNumbers = z.array(z.int().nonnegative())

/** Which rows of a table are for what: places in the table's rows, in the order in which the files give them. */
export const split = z.strictObject({
  task: z.enum(tasks),
  target: z.string(),
  seed: z.int(),
  shares: z.strictObject({ train: share, valid: share, test: share }),
  /** What keeps rows together, or puts them into order; rows of equal features are together in any case. */
  by: z.strictObject({ kind: z.enum(['group', 'time']), column: z.string() }).optional(),
  rows: z.strictObject({ train: rowNumbers, valid: rowNumbers, test: rowNumbers }),
  /** Rows whose target is missing: in no split. */
  dropped: rowNumbers,
})
export type Split = z.infer<typeof split>

export type SplitAsk = Pick<Split, 'task' | 'target' | 'seed'> & { by?: Split['by']; shares?: Split['shares'] }

const usualShares: Split['shares'] = { train: 0.6, valid: 0.2, test: 0.2 }

/** `keys`: the feature key of every row. */
type Places = { target: number; by: number | undefined; keys: readonly string[] }
/** Rows that stay together, with what the part they go to depends on. */
type Together = Unit & { rows: number[] }

/** Rows with a target, together where their group is the same, or else their features. */
const gather = (table: Table, { task, target, by }: SplitAsk, places: Places, kept: readonly number[]): Together[] => {
  const type = table.columns[places.target]?.type ?? 'text'
  const byType = table.columns[places.by ?? -1]?.type ?? 'text'
  const keyOf = (row: readonly Cell[], at: number): string => {
    const group = by?.kind === 'group' && places.by !== undefined ? (row[places.by] ?? null) : null
    return group === null ? `row ${places.keys[at]}` : `group ${labelOf(group, byType)}`
  }
  const gathered = new Map<string, { key: string; rows: number[]; classes: Map<string, number> }>()
  for (const at of kept) {
    const row = table.rows[at] ?? []
    const key = keyOf(row, at)
    const unit = gathered.get(key) ?? { key, rows: [], classes: new Map<string, number>() }
    const value = row[places.target] ?? null
    const label = task === 'regression' || value === null ? target : labelOf(value, type)
    unit.rows.push(at)
    unit.classes.set(label, (unit.classes.get(label) ?? 0) + 1)
    gathered.set(key, unit)
  }
  return [...gathered.values()]
}

/** Each row's part by time: the earliest to train, the latest to test; equal times stay together. */
const byTime = (times: ReadonlyMap<number, number>, shares: Split['shares']): Map<number, number> => {
  const sorted = [...times].sort(([, a], [, b]) => a - b)
  const parts = new Map<number, number>()
  let before = 0
  while (before < sorted.length) {
    let after = before + 1
    while (after < sorted.length && sorted[after]?.[1] === sorted[before]?.[1]) after += 1
    const middle = (before + after) / 2 / sorted.length
    const part = middle < shares.train ? 0 : middle < shares.train + shares.valid ? 1 : 2
    for (let at = before; at < after; at++) parts.set(sorted[at]?.[0] ?? 0, part)
    before = after
  }
  return parts
}

/** The order of rows in a file: by time where that is known to everybody, and else drawn, so that a row's place says nothing. */
const inFileOrder =
  (table: Table, { target, keys }: Places, seed: number, times: ReadonlyMap<number, number>) =>
  (rows: readonly number[]) => {
    const drawn = rows.map((row) => {
      return {
        row,
        time: times.get(row) ?? 0,
        order: seedFrom(seed, 'order', keys[row] ?? ''),
        label: String(table.rows[row]?.[target] ?? ''),
      }
    })
    const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
    return drawn.sort((a, b) => a.time - b.time || a.order - b.order || before(a.label, b.label) || a.row - b.row).map(({ row }) => row)
  }

const partsOf = (table: Table, ask: SplitAsk, places: Places, kept: readonly number[], times: ReadonlyMap<number, number>) => {
  const shares = ask.shares ?? usualShares
  if (ask.by?.kind === 'time') return byTime(times, shares)
  const units = gather(table, ask, places, kept)
  const given = apportion(units, [shares.train, shares.valid, shares.test], ask.seed)
  return new Map(units.flatMap(({ key, rows }) => rows.map((row) => [row, given.get(key) ?? 0] as const)))
}

const check = (table: Table, { target, by, shares = usualShares }: SplitAsk): string | undefined => {
  const total = shares.train + shares.valid + shares.test
  if (Math.abs(total - 1) > 1e-6 || shares.train <= 0)
    return `The shares of the splits add up to ${Number(total.toFixed(6))}, not to 1, or none is for training.`
  const missing = [target, ...(by ? [by.column] : [])].find((name) => placeOf(table, name) === undefined)
  if (missing !== undefined) return `The data has no column ${missing}; it has ${table.columns.map(({ name }) => name).join(', ')}.`
  return by?.column === target ? `The rows cannot be split by ${target}, because it is the target.` : undefined
}

/**
 * Splits a table's rows into train, valid and test. The same rows and seed give the same split on every machine, whatever order the
 * rows are in. Classes keep their shares; rows with equal features, with one group, or of one time are never in two splits.
 * A table that cannot be split so is a problem in one line.
 */
export const splitTable = (table: Table, ask: SplitAsk): { ok: true; split: Split } | { ok: false; problem: string } => {
  const wrong = check(table, ask)
  const target = placeOf(table, ask.target)
  if (wrong !== undefined || target === undefined) return bad(wrong ?? `The data has no column ${ask.target}.`)
  const keys = table.rows.map((row) => featureKey(row, target))
  const places: Places = { target, by: ask.by && placeOf(table, ask.by.column), keys }
  const all = [...table.rows.keys()]
  const kept = all.filter((row) => (table.rows[row]?.[target] ?? null) !== null)

  const times = new Map<number, number>()
  if (ask.by?.kind === 'time' && places.by !== undefined) {
    const type = table.columns[places.by]?.type ?? 'text'
    for (const row of kept) {
      const time = timeOf(table.rows[row]?.[places.by] ?? null, type)
      if (time === undefined) return bad(`Row ${row + 1} has no date and no number in ${ask.by.column}, so the rows have no order in time.`)
      times.set(row, time)
    }
  }

  const shares = ask.shares ?? usualShares
  const parts = partsOf(table, ask, places, kept, times)
  const order = inFileOrder(table, places, ask.seed, times)
  const rowsOf = (part: number) => order(kept.filter((row) => parts.get(row) === part))
  const rows = { train: rowsOf(0), valid: rowsOf(1), test: rowsOf(2) }
  const empty = splitNames.find((name) => shares[name] > 0 && rows[name].length === 0)
  if (empty !== undefined) {
    const apart = ask.by ? `different values of ${ask.by.column}` : 'different rows'
    return bad(`No row is left for ${empty}: of ${counted(kept.length, 'row')} with a target too few can be told apart (${apart}).`)
  }
  const dropped = all.filter((row) => !parts.has(row))
  const { task, seed, by } = ask
  return { ok: true, split: { task, target: ask.target, seed, shares, ...(by ? { by } : {}), rows, dropped } }
}
