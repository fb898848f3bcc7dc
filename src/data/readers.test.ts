import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDataFile } from './readers.ts'

const read = (text: string, name: string) => readDataFile(new TextEncoder().encode(text), name)

describe('JSON Lines', () => {
  test('give a column for each key, and what an object lacks is missing', () => {
    expect(read('{"x":1,"word":"a"}\n\n{"word":"b","ok":true}\n', 'rows.jsonl')).toEqual({
      ok: true,
      notes: [],
      table: {
        columns: [
          { name: 'x', type: 'number' },
          { name: 'word', type: 'text' },
          { name: 'ok', type: 'boolean' },
        ],
        rows: [
          [1, 'a', null],
          [null, 'b', true],
        ],
      },
    })
  })

  test('keep what is nested as JSON, and say so; a key called __proto__ is a column like any other', () => {
    const reading = read('{"a":[1,2],"__proto__":3}\n', 'rows.jsonl')
    expect(reading).toMatchObject({ ok: true, notes: [expect.stringContaining('in a')], table: { rows: [['[1,2]', 3]] } })
  })

  test.each([
    ['{"x":1}\n{"x":}\n', 'rows.jsonl, line 2: no JSON object'],
    ['{"x":1}\n[1]\n', 'line 2: no JSON object'],
    ['\n', 'is empty'],
    ['{}\n', 'without any key'],
  ])('%j is told in one line', (text, words) => {
    expect(read(text, 'rows.jsonl')).toEqual({ ok: false, problem: expect.stringContaining(words) })
  })
})

describe('ARFF', () => {
  const head =
    "@relation 'r'\n% a comment\n@ATTRIBUTE 'the name' string\n@attribute n numeric\n@attribute class {no, 'yes please'}\n@data\n"

  test('may be dense, with quotes of both kinds and missing values', () => {
    const reading = read(`${head}"a, b",1.5,no\n'it\\'s',?,'yes please'\n`, 'd.arff')
    expect(reading).toMatchObject({
      ok: true,
      table: {
        columns: [{ name: 'the name' }, { name: 'n', type: 'number' }, { name: 'class' }],
        rows: [
          ['a, b', 1.5, 'no'],
          ["it's", null, 'yes please'],
        ],
      },
    })
  })

  test('may be sparse: what is left out is 0, or the first class', () => {
    const reading = read('@attribute y {-1, 1}\n@attribute a numeric\n@attribute b numeric\n@data\n{0 1, 2 -0.5}\n{1 3}\n{}\n', 's.arff')
    expect(reading).toMatchObject({
      ok: true,
      table: {
        rows: [
          [1, 0, -0.5],
          [-1, 3, 0],
          [-1, 0, 0],
        ],
      },
    })
  })

  test.each([
    ['@attribute a numeric\n@data\n1,2\n', 'line 3: 2 values, and there are 1 attribute'],
    ["@attribute a string\n@data\n'a\n", 'line 3: a quote is not closed'],
    ['@attribute a numeric\n@data\n{7 1}\n', 'has no place'],
    ['hello\n', 'line 1: neither'],
    ['@relation x\n', 'has no @attribute'],
    ['@attribute a numeric\n@data\n', 'no rows'],
  ])('%j is told in one line', (text, words) => {
    expect(read(text, 'd.arff')).toEqual({ ok: false, problem: expect.stringContaining(words) })
  })

  test('any quoted values are read back', () => {
    const text = fc.string().filter((any) => !/[\r\n]/.test(any))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const quote = (any: string) => `'${any.replace(/([\\'])/g, '\\$1')}'`
        const reading = read(`@attribute a string\n@attribute b string\n@data\n${quote(`x${a}`)},${quote(`y${b}`)}\n`, 'd.arff')
        expect(reading).toMatchObject({ ok: true, table: { rows: [[`x${a}`, `y${b}`]] } })
      }),
    )
  })
})

test('Parquet is refused with what to do instead, and another file by its ending', () => {
  expect(read('PAR1', 'a.parquet')).toEqual({ ok: false, problem: expect.stringContaining('Save the data as CSV') })
  expect(read('x', 'a.constructor')).toEqual({ ok: false, problem: expect.stringContaining('is no data file') })
})
