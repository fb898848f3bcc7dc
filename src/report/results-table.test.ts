import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelsOf } from './labels/index.ts'
import { metrics } from './made-log.ts'
import { renderResults, renderResultsCsv } from './results-table.ts'
import { summariesOf } from './summary.ts'

describe('the table of results', () => {
  test('tells n, mean, deviation and interval of each row', () => {
    expect(renderResults(summariesOf(metrics), labelsOf('en')).split('\n')[2]).toBe(
      '| loss (nats) | test | smoothing=0 | 5 | 0.5300 | 0.01581 | 0.5104 … 0.5496 |',
    )
  })

  test('shows dashes for what a single repetition cannot tell', () => {
    expect(renderResults(summariesOf([{ name: 'a', value: 2 }]), labelsOf('en')).split('\n')[2]).toBe('| a | – | – | 1 | 2.000 | – | – |')
  })

  test('keeps zeros at the end, and writes a minus as prose does', () => {
    const [row = ''] = renderResults(summariesOf([{ name: 'a', value: -1.09 }]), labelsOf('en'))
      .split('\n')
      .slice(2)
    expect(row).toContain('| −1.090 |')
    expect(renderResults(summariesOf([{ name: 'a', value: 123456 }]), labelsOf('en'))).toContain('| 123500 |')
  })

  test('as comma-separated values is a line a row, in which nothing is unseen', () => {
    const arm = 'a\r\nb\n\u001b[31m\u0007\u202e\tc'
    expect(renderResultsCsv(summariesOf([{ name: '\n=1', value: 1, arm }])).split('\n')[1]).toBe("' =1,,a b ·[31m···c,,1,1,,,")
  })

  test('has as many cells in every row, whatever things are called and whatever was measured', () => {
    const name = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('|', '\\', '`', 'a', '\n', '<b>') })
    const value = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(fc.array(fc.record({ name, value, arm: name }), { minLength: 1, maxLength: 6 }), (measured) => {
        const lines = renderResults(summariesOf(measured), labelsOf('fr')).split('\n')
        for (const line of lines) expect(line.match(/(?<=(?:^|[^\\])(?:\\\\)*)\|/g)).toHaveLength(8)
        expect(lines.slice(1).join('\n')).not.toMatch(/NaN|Infinity|undefined/)
      }),
    )
  })

  test('as comma-separated values has every digit and empty fields for what is not known', () => {
    const rows = renderResultsCsv(summariesOf([{ name: 'a,"b"', value: 1 / 3, arm: '=1+1' }])).split('\n')
    expect(rows).toEqual(['metric,split,arm,unit,n,mean,sd,low95,high95', `"a,""b""",,'=1+1,,1,${1 / 3},,,`, ''])
  })
})
