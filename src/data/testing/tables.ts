import fc from 'fast-check'
import type { Cell, Table } from '../table.ts'

/** A table of two numbers, a text and a class. */
export const classTable = (rows: readonly (readonly Cell[])[]): Table => ({
  columns: [
    { name: 'x', type: 'number' },
    { name: 'y', type: 'number' },
    { name: 'who', type: 'text' },
    { name: 'class', type: 'text' },
  ],
  rows,
})

/** As many rows of each class as said, all different. */
export const balanced = (counts: Readonly<Record<string, number>>): Table =>
  classTable(
    Object.entries(counts).flatMap(([label, count], place) =>
      Array.from({ length: count }, (_, at): Cell[] => [at, place * 1000 + at, `p${at % 7}`, label]),
    ),
  )

/** Rows with few values, so that many have equal features, and some lack their class. */
export const anyTable: fc.Arbitrary<Table> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom('ann', 'bob', 'cy', 'di', 'eve', null),
      fc.constantFrom('a', 'b', 'c', null),
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map(classTable)
