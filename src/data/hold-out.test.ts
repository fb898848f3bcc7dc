import { describe, expect, test } from 'vitest'
import { holdOut, readTruth, truthText } from './hold-out.ts'
import { readDelimited } from './read-delimited.ts'
import { splitTable } from './split.ts'
import { balanced } from './testing/tables.ts'

const table = balanced({ a: 25, b: 25 })
const answer = splitTable(table, { task: 'classification', target: 'class', seed: 1 })
if (!answer.ok) throw new Error(answer.problem)
const { split } = answer
const { files, truth } = holdOut(table, split)
const read = (name: string) => {
  const file = files.find((one) => one.name === name)
  const reading = readDelimited(new TextEncoder().encode(file?.text), { name, header: true, separator: ',' })
  if (!reading.ok) throw new Error(reading.problem)
  return reading.table
}

describe('a hold-out', () => {
  test('shows the target in train.csv alone', () => {
    expect(read('train.csv').columns.map(({ name }) => name)).toEqual(['x', 'y', 'who', 'class'])
    for (const name of ['valid.csv', 'test.csv']) expect(read(name).columns.map((one) => one.name)).toEqual(['x', 'y', 'who'])
  })

  test('keeps the values of valid and test in the order of their rows', () => {
    for (const name of ['valid', 'test'] as const) {
      const rows = read(`${name}.csv`).rows.map((row, at) => [...row, truth.values[name][at]])
      expect(rows).toEqual(split.rows[name].map((at) => table.rows[at]))
      expect(rows).toHaveLength(10)
    }
    expect(truth.classes).toEqual(['a', 'b'])
  })

  test('is stored as JSON and read back; anything else is none', () => {
    expect(readTruth(truthText(truth))).toEqual(truth)
    expect([readTruth('{'), readTruth('{}'), readTruth('')]).toEqual([undefined, undefined, undefined])
  })
})
