import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Metric } from '../../core/metric.ts'
import { analyse } from './analyse.ts'
import { studyNamed } from './studies/index.ts'
import type { Settings } from './studies/study.ts'

const study = studyNamed('neighbours')
if (!study) throw new Error('no such study')
const seeds = [11, 12, 13, 14, 15]
const settings: Settings = { ...study.pilot, study: 'neighbours', seeds }
const finals = (arm: string, values: readonly number[], name = 'test-accuracy'): Metric[] =>
  values.flatMap((value, place) => ({ name, value, arm, seed: seeds[place] ?? 0 }))
const analyseAll = (metrics: readonly Metric[]) => analyse(study, settings, metrics)

const typical = [...finals('k=1', [70, 72, 69, 71, 73]), ...finals('k=5', [80, 83, 78, 82, 84]), ...finals('k=15', [60, 61, 57, 63, 62])]

describe('on complete measurements', () => {
  const { arms, comparisons, best, baseline, primary } = analyseAll(typical)

  test('summarises each arm over the repetitions', () => {
    expect([baseline, primary.name, best]).toEqual(['k=1', 'test-accuracy', 'k=5'])
    expect(arms[0]).toMatchObject({ arm: 'k=1', n: 5, mean: 71, values: [70, 72, 69, 71, 73], missing: [] })
    expect(arms[0]?.sd).toBeCloseTo(1.58114, 5)
  })

  test('pairs each arm with the baseline, and says which is better and how often', () => {
    expect(comparisons.map(({ arm, direction, wins, n }) => [arm, direction, wins, n])).toEqual([
      ['k=5', 'better', 5, 5],
      ['k=15', 'worse', 0, 5],
    ])
    expect(comparisons[0]?.difference).toBeCloseTo(10.4, 10)
    expect(comparisons[0]?.pExact).toBe(2 / 32)
    for (const { p = 1, pAdjusted = 0 } of comparisons) expect(pAdjusted).toBeGreaterThanOrEqual(p)
  })

  test('a measure where lower is better turns the words and nothing else', () => {
    const turned = analyse({ ...study, primary: { ...study.primary, better: 'lower' } }, settings, typical)
    expect(turned.comparisons.map(({ direction }) => direction)).toEqual(['worse', 'better'])
    expect(turned.comparisons.map(({ p }) => p)).toEqual(comparisons.map(({ p }) => p))
    expect(turned.best).toBe('k=15')
  })
})

describe('on incomplete measurements', () => {
  test('an arm without results is listed as missing, is not compared and cannot be best', () => {
    const { arms, comparisons, best } = analyseAll(typical.filter(({ arm }) => arm !== 'k=5'))
    expect(arms[1]).toEqual({ arm: 'k=5', n: 0, values: [], missing: seeds })
    expect(comparisons[0]).toEqual({ arm: 'k=5', baseline: 'k=1', n: 0, wins: 0, test: 'too-few', direction: 'no clear difference' })
    expect(best).toBe('k=1')
  })

  test('only repetitions that report both arms are paired', () => {
    const { arms, comparisons } = analyseAll(typical.filter(({ arm, seed }) => !(arm === 'k=5' && seed === 12)))
    expect([arms[1]?.missing, comparisons[0]?.n, comparisons[1]?.n]).toEqual([[12], 4, 5])
  })

  test('a repetition that reports two different values counts as missing', () => {
    const { arms } = analyseAll([...typical, ...finals('k=5', [99])])
    expect([arms[1]?.missing, arms[1]?.n]).toEqual([[11], 4])
    expect(analyseAll([...typical, ...finals('k=5', [80])])).toEqual(analyseAll(typical))
  })

  test('no metrics at all give no best arm and no numbers', () => {
    const { arms, best, comparisons, curve } = analyseAll([])
    expect([best, arms.map(({ n }) => n), comparisons.map(({ test: kind }) => kind)]).toEqual([
      undefined,
      [0, 0, 0],
      ['too-few', 'too-few'],
    ])
    expect(curve.lines.flatMap(({ points }) => points)).toEqual([])
  })

  test('arms and seeds that the design does not have are left out', () => {
    const foreign = [...finals('k=99', [1, 2, 3]), { name: 'test-accuracy', value: 0, arm: 'k=1', seed: 999 }]
    expect(analyseAll([...typical, ...foreign])).toEqual(analyseAll(typical))
  })
})

describe('without variance', () => {
  test('identical arms have no p-value and no clear difference', () => {
    const { comparisons } = analyseAll([...finals('k=1', [70, 72, 69, 71, 73]), ...finals('k=5', [70, 72, 69, 71, 73])])
    expect(comparisons[0]).toMatchObject({ test: 'identical', direction: 'no clear difference', difference: 0, wins: 0 })
    expect(comparisons[0]).not.toHaveProperty('p')
  })

  test('a difference that never varies has a direction and no p-value, and is not counted in the adjustment', () => {
    const { comparisons } = analyseAll([
      ...finals('k=1', [70, 72, 69, 71, 73]),
      ...finals('k=5', [71, 73, 70, 72, 74]),
      ...finals('k=15', [60, 61, 57, 63, 62]),
    ])
    expect(comparisons[0]).toMatchObject({ test: 'constant', direction: 'better', difference: 1 })
    expect(comparisons[0]).not.toHaveProperty('pAdjusted')
    expect(comparisons[1]?.pAdjusted).toBe(comparisons[1]?.p)
  })
})

test('the curve holds the mean of each arm at each step, in order', () => {
  const at = (step: number, arm: string, values: number[]) =>
    finals(arm, values, 'test-accuracy-by-size').map((metric) => ({ ...metric, step }))
  const { curve } = analyseAll([...at(240, 'k=1', [4, 6]), ...at(60, 'k=1', [1, 3]), ...at(60, 'k=5', [5])])
  expect(curve.lines.map(({ arm, points }) => [arm, points.map(({ step, mean, n }) => [step, mean, n])])).toEqual([
    [
      'k=1',
      [
        [60, 2, 2],
        [240, 5, 2],
      ],
    ],
    ['k=5', [[60, 5, 1]]],
    ['k=15', []],
  ])
})

const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 })
const measured = fc.tuple(values, values, values).map(([a, b, c]) => [...finals('k=1', a), ...finals('k=5', b), ...finals('k=15', c)])

describe('for any measurements', () => {
  test('the order of the metrics makes no difference', () => {
    fc.assert(
      fc.property(
        measured.chain((metrics) => fc.tuple(fc.constant(metrics), fc.shuffledSubarray(metrics, { minLength: metrics.length }))),
        ([metrics, shuffled]) => {
          expect(analyseAll(shuffled)).toEqual(analyseAll(metrics))
        },
      ),
      { numRuns: 50 },
    )
  })

  test('adding the same to every value moves the means and leaves every comparison as it was', () => {
    fc.assert(
      fc.property(measured, fc.integer({ min: -5000, max: 5000 }), (metrics, shift) => {
        const [before, after] = [analyseAll(metrics), analyseAll(metrics.map((metric) => ({ ...metric, value: metric.value + shift })))]
        expect(after.comparisons).toEqual(before.comparisons)
        expect(after.arms[0]?.mean).toBeCloseTo((before.arms[0]?.mean ?? 0) + shift, 6)
      }),
      { numRuns: 50 },
    )
  })

  test('a direction is claimed only with an adjusted p below 0.05, or where the difference never varies', () => {
    fc.assert(
      fc.property(measured, (metrics) => {
        for (const { direction, pAdjusted = 1, test: kind } of analyseAll(metrics).comparisons)
          expect(direction === 'no clear difference').toBe(!(kind === 'constant' || pAdjusted < 0.05))
      }),
      { numRuns: 50 },
    )
  })
})
