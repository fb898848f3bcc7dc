import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashOf } from '../core/canonical.ts'
import { featureKey } from './row-key.ts'
import { type Split, type SplitAsk, splitNames, splitTable } from './split.ts'
import type { Cell, Table } from './table.ts'
import { anyTable, balanced, classTable } from './testing/tables.ts'

const ask: SplitAsk = { task: 'classification', target: 'class', seed: 7 }
const made = (table: Table, wanted: SplitAsk = ask): Split => {
  const answer = splitTable(table, wanted)
  if (!answer.ok) throw new Error(answer.problem)
  return answer.split
}
const cellsOf = (table: Table, rows: readonly number[], place: number): Cell[] => rows.map((row) => table.rows[row]?.[place] ?? null)
/** Rows as texts, so that splits of tables in another order can be compared. */
const contents = (table: Table, { rows }: Split) => splitNames.map((name) => rows[name].map((row) => JSON.stringify(table.rows[row])))

/** What holds for every table that can be split. */
const forAnySplit = (wanted: (seed: number) => SplitAsk, check: (table: Table, split: Split) => void) =>
  fc.assert(
    fc.property(anyTable, fc.nat(), (table, seed) => {
      const answer = splitTable(table, wanted(seed))
      if (answer.ok) check(table, answer.split)
    }),
  )

describe('for any table', () => {
  test('every row with a target is in one split, and the others in none', () => {
    forAnySplit(
      (seed) => ({ ...ask, seed }),
      (table, { rows, dropped }) => {
        const all = [...rows.train, ...rows.valid, ...rows.test, ...dropped]
        expect([...all].sort((a, b) => a - b)).toEqual([...table.rows.keys()])
        expect(cellsOf(table, dropped, 3).every((value) => value === null)).toBe(true)
        expect(cellsOf(table, [...rows.train, ...rows.valid, ...rows.test], 3)).not.toContain(null)
      },
    )
  })

  test('rows of equal features are never in two splits', () => {
    forAnySplit(
      (seed) => ({ ...ask, seed }),
      (table, { rows }) => {
        const keys = splitNames.map((name) => new Set(rows[name].map((row) => featureKey(table.rows[row] ?? [], 3))))
        const together = new Set(keys.flatMap((set) => [...set]))
        expect(keys.reduce((sum, { size }) => sum + size, 0)).toBe(together.size)
      },
    )
  })

  test('a group is never in two splits', () => {
    forAnySplit(
      (seed) => ({ ...ask, seed, by: { kind: 'group', column: 'who' } }),
      (table, { rows }) => {
        const groups = splitNames.map((name) => new Set(cellsOf(table, rows[name], 2).filter((value) => value !== null)))
        expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(groups.flatMap((set) => [...set])).size)
      },
    )
  })

  test('no row of train is later than one of valid, and none of valid later than one of test', () => {
    forAnySplit(
      (seed) => ({ ...ask, seed, by: { kind: 'time', column: 'x' } }),
      (table, { rows }) => {
        const [train = [], valid = [], late = []] = splitNames.map((name) => cellsOf(table, rows[name], 0).map(Number))
        expect(Math.max(...train)).toBeLessThan(Math.min(...valid))
        expect(Math.max(...valid)).toBeLessThan(Math.min(...late))
      },
    )
  })

  test('the split is the same for the same seed, whatever order the rows are in', () => {
    forAnySplit(
      (seed) => ({ ...ask, seed }),
      (table, split) => {
        const turned = classTable([...table.rows].reverse())
        expect(contents(turned, made(turned, { ...ask, seed: split.seed }))).toEqual(contents(table, split))
      },
    )
  })
})

test('each class has its share in each split within a row', () => {
  const counts = fc.record({ a: fc.integer({ min: 5, max: 80 }), b: fc.integer({ min: 5, max: 80 }), c: fc.integer({ min: 5, max: 80 }) })
  fc.assert(
    fc.property(counts, fc.nat(), (wanted, seed) => {
      const table = balanced(wanted)
      const { rows, shares } = made(table, { ...ask, seed })
      for (const [label, count] of Object.entries(wanted)) {
        for (const name of splitNames) {
          const there = cellsOf(table, rows[name], 3).filter((value) => value === label).length
          expect(Math.abs(there - shares[name] * count)).toBeLessThanOrEqual(1)
        }
      }
    }),
  )
})

test('a split of 150 rows is 90, 30 and 30; this one is the same on every machine', () => {
  const { rows } = made(balanced({ a: 50, b: 50, c: 50 }))
  expect([rows.train.length, rows.valid.length, rows.test.length]).toEqual([90, 30, 30])
  expect(hashOf(rows)).toBe('90b3908beefc1ad3c620b9cff8c2d07750ce9c9ced8342c5c0e29d1b50a1e60c')
})

test('another seed gives another split', () => {
  const table = balanced({ a: 50, b: 50 })
  expect(made(table, { ...ask, seed: 8 }).rows).not.toEqual(made(table).rows)
})

test('the place of a row in its file says nothing of its class', () => {
  const table = balanced({ a: 50, b: 50 })
  const labels = cellsOf(table, made(table).rows.test, 3).join('')
  expect(labels).not.toMatch(/^a+b+$|^b+a+$/)
})

test('dates are read as UTC when they name no zone, and put into order', () => {
  const days = ['2024-01-02T23:30:00', '2024-01-03', '2024-01-02T23:00:00-02:00', '2024-01-01', '2024-01-04']
  const table: Table = {
    columns: [
      { name: 'day', type: 'date' },
      { name: 'y', type: 'number' },
    ],
    rows: days.map((day, at) => [day, at]),
  }
  const { rows } = made(table, { task: 'regression', target: 'y', seed: 1, by: { kind: 'time', column: 'day' } })
  expect(rows).toEqual({ train: [3, 0, 1], valid: [2], test: [4] })
})

test.each([
  ['a target that is not there', { target: 'klass' }, 'no column klass; it has x, y, who, class'],
  ['a group that is the target', { by: { kind: 'group' as const, column: 'class' } }, 'because it is the target'],
  ['shares that are no whole', { shares: { train: 0.5, valid: 0.2, test: 0.2 } }, 'add up to 0.9'],
  ['time in a column of names', { by: { kind: 'time' as const, column: 'who' } }, 'Row 1 has no date'],
])('%s is a problem in one line', (_what, change, words) => {
  expect(splitTable(balanced({ a: 9, b: 9 }), { ...ask, ...change })).toEqual({ ok: false, problem: expect.stringContaining(words) })
})

test('rows that cannot be told apart cannot be split', () => {
  const same = classTable(Array.from({ length: 30 }, (_, at) => [1, 1, 'ann', at % 2 ? 'a' : 'b']))
  expect(splitTable(same, ask)).toEqual({ ok: false, problem: expect.stringContaining('No row is left for') })
})
