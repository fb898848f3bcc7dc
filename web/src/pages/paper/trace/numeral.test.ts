import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numeralsOf, shows } from './numeral.ts'

const found = (text: string) => numeralsOf(text).map((numeral) => numeral.text)
const values = (text: string) => numeralsOf(text).map(({ readings }) => readings.map(({ value }) => value))

test.each([
  ['0.504 nats in 12 of 12 repetitions', ['0.504', '12', '12']],
  ['from 91.2 to 93.6 per cent, at 2/4096', ['91.2', '93.6', '2', '4096']],
  ['between −1.814 and 7.648', ['−1.814', '7.648']],
  ['in 1990–2000 and 1990-2000', ['1990', '2000', '1990', '2000']],
  ['epochs 10,20,30', ['10', '20', '30']],
  ['smoothing=0.1 (4)', ['0.1', '4']],
  ['a rate of 1e-3 and .5', ['1e-3', '.5']],
  ['It ended at 12. Then 3.', ['12', '3']],
])('the numbers of “%s” are found', (text, expected) => expect(found(text)).toEqual(expected))

test.each(['ResNet-18 and CIFAR-10', 'version 2.12.0', 'p9 of x2', '1st and 2nd', 'arXiv:1906.02629', '#1713', 'a 3D view'])(
  'digits in “%s” are part of a name, not a number',
  (text) => expect(found(text)).toEqual([]),
)

test('a comma may group or divide, so both readings are kept', () => {
  expect(values('1,437 digits')).toEqual([[1437, 1.437]])
  expect(values('0,504 nats')).toEqual([[0.504]])
  expect(values('1,437,000')).toEqual([[1437000]])
  expect(values('12\u202f000 images')).toEqual([[12000]])
})

test('thousands and millions are read with their letter', () => expect(values('40k and 1.5M')).toEqual([[40000], [1500000]]))

test('per cent and “below” are seen beside the number', () => {
  expect(numeralsOf('20 % wrong').map(({ percent }) => percent)).toEqual([true])
  expect(numeralsOf('−10.5 percentage points')[0]).toMatchObject({ text: '−10.5', percent: true })
  expect(numeralsOf('p < 0.001, p = 0.001').map(({ below }) => below)).toEqual([true, false])
})

test('a value is shown when it rounds to the numeral, and by no other', () => {
  const [reading] = numeralsOf('1.602')[0]?.readings ?? []
  if (!reading) throw new Error('no reading')
  expect([1.6015649, 1.6024, 1.60251, 1.6014].map((value) => shows(reading, value))).toEqual([true, true, false, false])
})

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.float().map(String), fc.constantFrom(' ', ',', '.', '-', '−', '%', 'e', 'k', '/', 'a', '(', '\u202f', '1', '00')), {
      maxLength: 30,
    })
    .map((pieces) => pieces.join('')),
)

test('whatever the text, places are in order, apart, and hold what they say', () =>
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0
      for (const numeral of numeralsOf(text)) {
        expect(numeral.start).toBeGreaterThanOrEqual(end)
        expect(numeral.end).toBeGreaterThan(numeral.start)
        expect(text.slice(numeral.start, numeral.end)).toBe(numeral.text)
        expect(numeral.readings.length).toBeGreaterThan(0)
        expect(numeral.readings.every(({ value }) => Number.isFinite(value))).toBe(true)
        end = numeral.end
      }
    }),
    { numRuns: 2000 },
  ))

test('zeros at the end of a long whole number may be rounding', () => {
  const [numeral] = numeralsOf('66100 steps')
  expect(numeral?.readings.some((reading) => shows(reading, 66123))).toBe(true)
  expect(numeralsOf('1200 steps')[0]?.readings.some((reading) => shows(reading, 1203))).toBe(false)
})
