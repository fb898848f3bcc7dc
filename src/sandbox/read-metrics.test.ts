import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metricLimits, parseMetrics } from './read-metrics.ts'

const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')

test('any metrics that are written as lines are read again', () => {
  const metric = fc.record(
    {
      name: fc.string({ minLength: 1, maxLength: 80 }),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      seed: fc.maxSafeInteger(),
      arm: fc.string({ maxLength: 80 }),
      step: fc.integer(),
    },
    { requiredKeys: ['name', 'value'] },
  )
  fc.assert(
    fc.property(fc.array(metric), (metrics) => {
      expect(parseMetrics(lines(...metrics))).toEqual({ metrics: metrics.map((one) => ({ ...one })) })
    }),
  )
})

test('no text is read as metrics and thrown at', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseMetrics(text).metrics)))
})

test.each([
  ['no JSON', 'accuracy 0.9\n', /^metrics\.jsonl line 1: is not one JSON object$/],
  ['an unknown field', lines({ name: 'a', value: 1, colour: 'red' }), /line 1: .*colour/],
  ['a value beyond all numbers', '{"name":"a","value":1e999}\n', /line 1: /],
  ['an empty line between', `${lines({ name: 'a', value: 1 })}\n${lines({ name: 'a', value: 1 })}`, /line 2: /],
  ['a measurement in the name of another', lines({ name: 'a', value: 1, by: 'gal' }), /line 1: .*by/],
  ['a line that was cut', `${lines({ name: 'a', value: 1 })}{"name":"a"`, /line 2: /],
])('%s is bad output, told with its line', (_what, text, message) => {
  expect(parseMetrics(text).fault).toMatchObject({ kind: 'bad-output', message: expect.stringMatching(message) })
})

test('more lines than are read are a fault, and those before it are kept', () => {
  const { metrics, fault } = parseMetrics('{"name":"a","value":1}\n'.repeat(metricLimits.lines + 1))
  expect([metrics.length, fault?.kind]).toEqual([metricLimits.lines, 'limit'])
  expect(parseMetrics('{"name":"a","value":1}\n'.repeat(metricLimits.lines)).fault).toBeUndefined()
})

test('ten thousand metrics are read well within a second', () => {
  const one = { name: 'accuracy', value: 1 / 3, seed: 1, arm: 'baseline', split: 'test', unit: '%', step: 1 }
  const text = lines(...Array<object>(10_000).fill(one))
  const began = performance.now()
  expect(parseMetrics(text).metrics).toHaveLength(10_000)
  expect(performance.now() - began).toBeLessThan(1000)
})
