import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delimitedRows } from './delimited-rows.ts'
import { type DelimitedForm, readDelimited } from './read-delimited.ts'
import { csvOf } from './write-csv.ts'

const read = (text: string, form: Partial<DelimitedForm> = {}) =>
  readDelimited(new TextEncoder().encode(text), { name: 'data.csv', ...form })
const table = (text: string, form: Partial<DelimitedForm> = {}) => {
  const reading = read(text, form)
  if (!reading.ok) throw new Error(reading.problem)
  return reading
}
const problem = (text: string, form: Partial<DelimitedForm> = {}) => {
  const reading = read(text, form)
  return reading.ok ? undefined : reading.problem
}

describe('a delimited file', () => {
  test('gives names, types and values', () => {
    const { columns, rows } = table('x,name,ok,day\n1.5,ann,true,2024-02-29\n-2e3,"bob, jr",False,2024-03-01\n').table
    expect(columns).toEqual([
      { name: 'x', type: 'number' },
      { name: 'name', type: 'text' },
      { name: 'ok', type: 'boolean' },
      { name: 'day', type: 'date' },
    ])
    expect(rows).toEqual([
      [1.5, 'ann', true, '2024-02-29'],
      [-2000, 'bob, jr', false, '2024-03-01'],
    ])
  })

  test('may have a byte order mark, \\r\\n, quotes with line ends in them, and no line end at its end', () => {
    const { columns, rows } = table('\uFEFFa,b\r\n"say ""hi""\r\nthere",1\r\nx,2').table
    expect(columns.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(rows).toEqual([
      ['say "hi"\r\nthere', 1],
      ['x', 2],
    ])
  })

  test.each([
    [';', 'a;b\n1,5;x\n2,5;y\n', 'semicolons'],
    ['\t', 'a\tb\n1\tx, y\n2\tz\n', 'tabs'],
    ['|', 'a|b\n1|x\n', 'bars'],
  ])('may be separated by %j, which is found out and said', (_separator, text, said) => {
    const reading = table(text)
    expect(reading.table.columns).toHaveLength(2)
    expect(reading.notes.join()).toContain(said)
  })

  test('may have no header, which is found out and said, or is said by whoever asks', () => {
    const without = table('5.1,setosa\n4.9,setosa\n')
    expect(without.table.columns.map(({ name }) => name)).toEqual(['column1', 'column2'])
    expect(without.notes).toEqual([expect.stringContaining('holds no names')])
    expect(table('ann\nbob\n', { header: false }).table.rows).toEqual([['ann'], ['bob']])
    expect(table('1,2\n3,4\n', { header: true }).table.columns.map(({ name }) => name)).toEqual(['1', '2'])
  })

  test.each(['', '?', 'NA', 'NaN', 'null'])('a cell that says %j is missing, and does not make numbers into text', (word) => {
    const { columns, rows } = table(`a,b\n1,x\n${word},y\n`).table
    expect(columns[0]?.type).toBe('number')
    expect(rows[1]?.[0]).toBeNull()
  })

  test.each([
    ['codes with leading zeros', ['007', '010']],
    ['numbers too long to be exact', ['12345678901234567890', '1']],
    ['days that no calendar has', ['2023-02-29', '2024-13-01']],
    ['infinities', ['inf', '1']],
  ])('%s stay text', (_what, values) => {
    expect(table(`a\n${values.join('\n')}\n`).table.columns[0]?.type).toBe('text')
  })

  test('two columns of one name, and one without, get names of their own', () => {
    const reading = table('x,x,\n1,2,3\n', { header: true })
    expect(reading.table.columns.map(({ name }) => name)).toEqual(['x', 'x_2', 'column3'])
    expect(reading.notes).toHaveLength(2)
  })
})

describe('a file that cannot be read is told in one line, with its line', () => {
  test.each([
    ['a row that is too long', 'a,b\n1,2\n1,2,3\n', 'line 3: 3 cells'],
    ['a row after a cell of several lines', 'a,b\n"1\n1",2\n1\n', 'line 4: 1 cell,'],
    ['a quote that is never closed', 'a,b\n1,"2\n3,4\n', 'line 2: a quote is opened'],
    ['text after a quote', 'a,b\n1,"2"x\n', 'line 2: there is text after'],
    ['nothing', '', 'is empty'],
    ['nothing but names', 'a,b\n', 'no rows'],
    ['a zero byte', 'a\0b', 'zero byte'],
  ])('%s', (_what, text, words) => {
    const said = problem(text, { separator: ',' })
    expect(said).toContain(words)
    expect(said).not.toContain('\n')
  })

  test('bytes that are no UTF-8', () => {
    const reading = readDelimited(new Uint8Array([97, 10, 49, 10, 0xff, 10]), { name: 'old.csv' })
    expect(reading).toEqual({ ok: false, problem: 'old.csv, line 3: not UTF-8. Save the file as UTF-8.' })
  })

  test.each([
    ['bytes', { bytes: 5, rows: 9, columns: 9 }, 'are read at most'],
    ['rows', { bytes: 99, rows: 1, columns: 9 }, 'more than 1 row'],
    ['columns', { bytes: 99, rows: 9, columns: 1 }, '2 columns'],
  ])('more %s than are read', (_what, limits, words) => {
    expect(problem('a,b\n1,2\n3,4\n', { limits })).toContain(words)
  })
})

describe('for any cells', () => {
  const cells = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 })
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`

  test.each([',', ';', '\t'])('what is quoted and separated by %j is read back', (separator) => {
    fc.assert(
      fc.property(cells, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, end, last) => {
        const text = rows.map((row) => row.map(quote).join(separator)).join(end) + (last ? end : '')
        expect([...delimitedRows(text, separator)].map((row) => ('cells' in row ? row.cells : row.problem))).toEqual(rows)
      }),
    )
  })

  test('any text is records or a problem at its end, and never an exception', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ') })
    fc.assert(
      fc.property(text, (any) => {
        const rows = [...delimitedRows(any, ',')]
        expect(rows.slice(0, -1).every((row) => 'cells' in row)).toBe(true)
      }),
    )
  })

  test('the canonical CSV of a table is read as the same table', () => {
    const value = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.integer().map(String),
      fc.constantFrom('true', 'False', 'NA', '', '2024-01-31'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const first = table(`a,b\n${rows.map((row) => row.map(quote).join(',')).join('\n')}\n`, { header: true, separator: ',' }).table
        const again = table(csvOf(first), { header: true, separator: ',' }).table
        expect(again).toEqual(first)
        expect(csvOf(again)).toBe(csvOf(first))
      }),
    )
  })
})
