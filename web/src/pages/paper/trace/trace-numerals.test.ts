import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Metric } from '../../../../../src/core/metric.ts'
import type { PaperView } from '../../../../../src/core/viewer/viewer-state.ts'
import { factsOf } from './facts.ts'
import type { Registry } from './registry.ts'
import type { SettingText } from './source.ts'
import { traceNumerals } from './trace-numerals.ts'

const program = 'running-experiments.1.9.0'
const losses = { 'alpha=0': [1.51, 1.62, 1.74], 'alpha=0.1': [1.02, 1.13, 1.21] }
const metrics: Metric[] = Object.entries(losses).flatMap(([arm, values]) =>
  values.map((value, place): Metric => ({ name: 'test-loss', value, seed: 11 + place, arm, split: 'test', unit: 'nats' })),
)
const size: Metric = { name: 'parameters', value: 8970 }
const accuracy: Metric = { name: 'accuracy', value: 0.936 }
const paper: PaperView = {
  id: 'arxiv:1906.02629',
  title: 'When Does Label Smoothing Help?',
  authors: ['Rafael Müller'],
  year: 2019,
  url: null,
  source: 'arxiv',
  status: 'added',
  note: 'Calibration error fell from 2.7 to 1.3 per cent.',
  foundSeq: 7,
  readSeq: null,
  addedSeq: 15,
}
const settings: SettingText[] = [
  { place: 'plan', name: '', seq: 40, text: 'Train for 40 epochs at a learning rate of 0.03. Each repetition draws 4 class centres.' },
  { place: 'program', name: program, seq: 60, text: 'const settings = {"hidden":16,"labelNoise":0.2}\nconst unrelated = 77' },
]
const facts = factsOf(program, [...metrics, size, accuracy])
const registry: Registry = {
  factsOf: (id) => (id === program ? facts : []),
  finals: [program],
  counts: [{ of: 'papers', value: 7, seqs: [15] }],
  scores: [{ type: 'score', of: 'review', name: 'reviewer 1', value: 6.73, seq: 90 }],
  settings,
  compared: '',
  papers: [paper],
}
const trace = (text: string, head = '') => traceNumerals(text, [program], registry, head)
const kinds = (text: string) => trace(text).map(({ text: numeral, kind }) => `${numeral} ${kind}`)
const firstFact = (text: string, place = 0) => {
  const source = trace(text)[place]?.sources[0]
  return source?.type === 'fact' ? `${source.fact.how} ${source.fact.arms.join('/')}` : source?.type
}

test('a cell of a table is told by the name of its column: a p beside nothing is the p of that row', () => {
  const cell = (value: number, head: string) => {
    const source = trace(String(value), head)[0]?.sources[0]
    return source?.type === 'fact' ? source.fact.how : undefined
  }
  const found = (how: string) => facts.find((fact) => fact.how === how)
  for (const [how, head] of [
    ['dz', 'dz'],
    ['p', 'p'],
    ['difference', 'Difference'],
  ] as const) {
    const fact = found(how)
    if (!fact) throw new Error(`there is a ${how}`)
    const value = Number(fact.value.toPrecision(4))
    expect(cell(value, `${head} | ${fact.arms[1]} | ${fact.measure} | ${fact.arms[0]}`), how).toBe(how)
    expect(cell(value, 'Pairs'), how).toBeUndefined()
  }
})

test('a value that was measured once is measured, with a comma or as per cent too', () => {
  expect(kinds('Our network has 8,970 parameters.')).toEqual(['8,970 measured'])
  expect(kinds('It reached an accuracy of 93.6 %.')).toEqual(['93.6 measured'])
})

test('means, spreads and ends of intervals are derived, each from its own arm', () => {
  const text = 'The mean test loss was 1.623 nats (95 % interval 1.338 to 1.909) with no alpha and 1.120 nats with an alpha of 0.1.'
  expect(trace(text).map(({ kind }) => kind)).toEqual(['derived', 'setting', 'derived', 'derived', 'derived', 'setting'])
  expect([firstFact(text, 0), firstFact(text, 2), firstFact(text, 3), firstFact(text, 4)]).toEqual([
    'mean alpha=0',
    'low alpha=0',
    'high alpha=0',
    'mean alpha=0.1',
  ])
})

test('a difference of arms is derived, whichever arm is named first', () =>
  expect(firstFact('With an alpha of 0.1 the test loss was 0.503 nats lower than with no alpha.', 1)).toBe('difference alpha=0.1/alpha=0'))

test('repetitions, arms and papers are counted', () => {
  expect(kinds('We ran 3 repetitions of 2 arms and read 7 papers.')).toEqual(['3 derived', '2 derived', '7 derived'])
})

test('a number that somebody set is found by what it is called', () => {
  expect(kinds('It is trained for 40 epochs; the hidden layer has 16 units and 20 % of the labels are noise.')).toEqual([
    '40 setting',
    '16 setting',
    '20 setting',
  ])
})

test('an equal number under another name is no match', () => {
  expect(kinds('We used 77 machines.')).toEqual(['77 unchecked'])
  expect(kinds('The weather was 1.62 that day.')).toEqual(['1.62 unchecked'])
  expect(kinds('Four groups of 40 people.')).toEqual(['40 unchecked'])
})

test('a wrong last digit is not checked', () =>
  expect(kinds('The mean test loss was 1.624 nats with no alpha.')).toEqual(['1.624 unchecked']))

test('one repetition of several is only meant where the text says so', () => {
  expect(kinds('The mean test loss was 1.74 nats with no alpha.')).toEqual(['1.74 unchecked'])
  expect(kinds('The worst run had a test loss of 1.74 nats with no alpha.')).toEqual(['1.74 measured'])
})

test('a bound on p is held against the p of the arms that are named', () => {
  expect(kinds('The test loss with an alpha of 0.1 was below that with no alpha (p < 0.001).').at(-1)).toBe('0.001 derived')
  expect(kinds('The test loss with an alpha of 0.1 was below that with no alpha (p < 0.000001).').at(-1)).toBe('0.000001 unchecked')
})

test('years and numbers of cited papers come from the papers', () =>
  expect(kinds('Müller et al. (2019) saw calibration error fall from 2.7 to 1.3 per cent.')).toEqual([
    '2019 year',
    '2.7 paper',
    '1.3 paper',
  ]))

test('scores come from the record, the top mark from the form', () =>
  expect(kinds('A reviewer gave it 6.73 of 10.')).toEqual(['6.73 derived', '10 setting']))

test('a figure’s number is its name', () => expect(kinds('See Figure 2 and Table 1.')).toEqual(['2 label', '1 label']))

test('in a table the heads of row and column say what a number is', () =>
  expect(trace('1.623', 'Mean | test-loss (nats) | test | alpha=0')[0]).toMatchObject({ kind: 'derived' }))

test('every fact that fits equally is told', () => {
  const twins = {
    ...registry,
    factsOf: (id: string) => (id === program ? [...facts, ...factsOf(program, [{ name: 'loss-test', value: 8970 }, size])] : []),
  }
  expect(traceNumerals('It has 8970 parameters.', [program], twins)[0]?.sources.length).toBe(1)
  expect(traceNumerals('The test loss was 1.62 nats for seed 12 with no alpha.', [program], registry)[0]?.sources.length).toBeGreaterThan(0)
})

const words = fc.constantFrom(
  'test loss',
  'nats',
  'alpha',
  'no',
  '%',
  'mean',
  'p <',
  'of',
  'repetitions',
  '.',
  '(',
  ')',
  'Müller',
  'interval',
  '95',
  '1.623',
  '−0.5',
  '12',
  '2019',
  '\n',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(words, { maxLength: 25 }).map((pieces) => pieces.join(' ')),
)

test('whatever the text, it is traced without an error, in order, and each place holds its numeral', () =>
  fc.assert(
    fc.property(texts, fc.string(), (text, head) => {
      const traces = traceNumerals(text, [program, 'nobody'], registry, head)
      let end = 0
      for (const one of traces) {
        expect(one.start).toBeGreaterThanOrEqual(end)
        expect(text.slice(one.start, one.end)).toBe(one.text)
        expect(one.sources.length === 0).toBe(
          one.kind === 'unchecked' || one.kind === 'label' || (one.kind === 'year' && one.sources.length === 0),
        )
        end = one.end
      }
    }),
    { numRuns: 500 },
  ))
