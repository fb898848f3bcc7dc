import { describe, expect, test } from 'vitest'
import { hashOf } from '../core/canonical.ts'
import { dataCard } from '../core/data-card.ts'
import { cardOf } from './card.ts'
import { dataFacts, examine } from './data-facts.ts'
import { leaksOf } from './leaks.ts'
import { problemsOf } from './problems.ts'
import { splitTable } from './split.ts'
import type { Cell, Table } from './table.ts'
import { balanced } from './testing/tables.ts'
import { csvOf } from './write-csv.ts'

const split = (table: Table) => {
  const answer = splitTable(table, { task: 'classification', target: 'class', seed: 3 })
  if (!answer.ok) throw new Error(answer.problem)
  return answer.split
}
const sound = balanced({ a: 40, b: 40 })
const kinds = (table: Table, about: Parameters<typeof examine>[1] = { licence: 'CC0' }) =>
  problemsOf(examine(table, { target: 'class', task: 'classification', ...about })).map(({ kind }) => kind)
/** The sound table with another column. */
const withColumn = (type: Table['columns'][number]['type'], value: (at: number, label: Cell) => Cell, table = sound): Table => ({
  columns: [...table.columns, { name: 'more', type }],
  rows: table.rows.map((row, at) => [...row, value(at, row[3] ?? null)]),
})

describe('the facts of a table', () => {
  test('count rows, values, what is missing and what is repeated', () => {
    const table: Table = {
      columns: [
        { name: 'x', type: 'number' },
        { name: 'who', type: 'text' },
      ],
      rows: [
        [1, 'ann'],
        [2.5, 'bob'],
        [null, 'ann'],
        [1, 'ann'],
      ],
    }
    const facts = examine(table)
    expect(dataFacts.parse(facts)).toEqual(facts)
    expect(facts).toMatchObject({
      rows: 4,
      duplicates: 1,
      sha256: hashOf('x,who\n1,ann\n2.5,bob\n,ann\n1,ann\n'),
      columns: [
        { name: 'x', missing: 1, distinct: 2, numbers: { min: 1, max: 2.5, mean: 1.5 }, commonest: 0.5 },
        {
          name: 'who',
          missing: 0,
          distinct: 2,
          commonest: 0.75,
          numberLike: 0,
          top: [
            { label: 'ann', count: 3 },
            { label: 'bob', count: 1 },
          ],
        },
      ],
    })
  })

  test('hold the sizes and classes of the splits, and no row of train is shared', () => {
    const facts = examine(sound, { split: split(sound) })
    expect(facts.split).toMatchObject({
      seed: 3,
      shared: 0,
      dropped: 0,
      parts: { train: { rows: 48 }, valid: { rows: 16 }, test: { rows: 16 } },
    })
    expect(facts.split?.parts.test.classes).toEqual([
      { label: 'a', count: 8 },
      { label: 'b', count: 8 },
    ])
  })

  test('find rows of one split in another', () => {
    const given = split(sound)
    const leaky = { ...given, rows: { ...given.rows, test: [...given.rows.test, ...given.rows.train.slice(0, 2)] } }
    expect(examine(sound, { split: leaky }).split?.shared).toBe(2)
    expect(kinds(sound, { split: leaky, licence: 'CC0' })).toContain('shared-rows')
  })
})

describe('a column gives the target away', () => {
  test.each([
    ['equal', withColumn('text', (_at, label) => label)],
    ['equal', withColumn('text', (at, label) => (at % 3 === 0 ? null : label))],
    ['one-to-one', withColumn('number', (_at, label) => (label === 'a' ? 7 : 9))],
  ])('when it is %s', (how, table) => {
    expect(leaksOf(table, 'class')).toEqual([{ column: 'more', how }])
  })

  test('when it has its order, up or down', () => {
    const table = withColumn('number', (at) => Math.exp(-at), balanced({ a: 40 }))
    expect(leaksOf(table, 'y')).toEqual([
      { column: 'x', how: 'equal' },
      { column: 'more', how: 'same-order' },
    ])
  })

  test.each([
    ['only nearly equal', withColumn('text', (at, label) => (at === 5 ? 'b' : label))],
    ['a name for each row', withColumn('text', (at) => `n${at}`)],
    ['one to one in fewer than half of the rows', withColumn('text', (at, label) => (at % 3 === 0 ? label : null))],
    ['constant', withColumn('number', () => 1)],
  ])('and not when it is %s', (_what, table) => {
    expect(leaksOf(table, 'class')).toEqual([])
  })
})

describe('a person is told', () => {
  test('nothing of a table that is sound', () => {
    expect(kinds(sound, { split: split(sound), licence: 'CC0' })).toEqual([])
  })

  test.each([
    ['no-target', sound, { target: 'klass' }],
    ['wrong-target', sound, { task: 'regression' as const }],
    ['constant-target', balanced({ a: 60 }), {}],
    ['leak', withColumn('text', (_at, label) => label), {}],
    ['few-rows', balanced({ a: 20, b: 20 }), {}],
    ['missing-values', withColumn('number', (at) => (at % 3 ? null : at)), {}],
    ['constant-column', withColumn('number', () => 1), {}],
    ['identifier', withColumn('text', (at) => `id ${at}`), {}],
    ['mixed-column', withColumn('text', (at) => (at === 4 ? 'n.a.' : String(at % 9))), {}],
    ['duplicates', { ...sound, rows: [...sound.rows, sound.rows[0] ?? []] }, {}],
    ['imbalance', balanced({ a: 100, b: 3 }), {}],
    ['missing-target', { ...sound, rows: [...sound.rows, [1, 2, 'ann', null]] }, {}],
  ])('of %s', (kind, table, about) => {
    expect(kinds(table, { licence: 'CC0', ...about })).toContain(kind)
  })

  test('of a licence that is not known, and of a class that a split lacks', () => {
    expect(kinds(sound, {})).toContain('no-licence')
    const rare = balanced({ a: 60, b: 1 })
    expect(problemsOf(examine(rare, { split: split(rare) })).map(({ why }) => why)).toEqual(
      expect.arrayContaining(['No row of valid has the class b.', 'No row of test has the class b.']),
    )
  })

  test('of what is serious first', () => {
    const levels = problemsOf(examine(balanced({ a: 20 }), { target: 'class' })).map(({ level }) => level)
    expect(levels).toEqual([...levels].sort().reverse())
  })
})

test('the card that is kept on the log holds to its schema', () => {
  const card = cardOf(sound, split(sound), { name: 'folder:a.csv', licence: 'CC0' })
  expect(dataCard.parse(card)).toEqual(card)
  expect(card).toMatchObject({ source: 'folder:a.csv', rows: 80, acrossSplits: 0, seed: 3, sha256: hashOf(csvOf(sound)), problems: [] })
  expect(card.columns[0]).toEqual({ name: 'x', type: 'number', missing: 0, distinct: 40, least: 0, mean: expect.closeTo(19.5), most: 39 })
})
