import type { ArmValues } from './measured.ts'
import { clearBelow, holm, mean, type PairedTest, pairedTest, signFlipP, tInterval } from './statistics.ts'

export type Direction = 'better' | 'worse' | 'no clear difference'

/** An arm against the baseline, over the repetitions in which both reported. Differences are arm minus baseline. */
export type Comparison = {
  arm: string
  baseline: string
  n: number
  /** How often the arm was better, of n. */
  wins: number
  difference?: number
  low?: number
  high?: number
  /** Of the paired t test, and the same after Holm. Neither is there when the differences have no variance. */
  p?: number
  pAdjusted?: number
  /** Of all patterns of signs: assumes no distribution. Not adjusted. */
  pExact?: number
  test: PairedTest['kind']
  direction: Direction
}

type Better = 'higher' | 'lower'

const wordOf = (difference: number, better: Better): Direction => {
  if (difference === 0) return 'no clear difference'
  return difference > 0 === (better === 'higher') ? 'better' : 'worse'
}

/** A p-value decides; where every repetition shows the same difference, chance has no part and its sign decides. */
const directionOf = (test: PairedTest['kind'], difference: number, better: Better, pAdjusted: number): Direction => {
  if (test === 'constant') return wordOf(difference, better)
  return test === 'tested' && pAdjusted < clearBelow ? wordOf(difference, better) : 'no clear difference'
}

type Pairs = { arm: string; baseline: string; differences: number[]; test: PairedTest }

const pairUp = (arm: ArmValues, baseline: ArmValues, seeds: readonly number[]): Pairs => {
  const differences = seeds.flatMap((seed) => {
    const [one, other] = [arm.bySeed.get(seed), baseline.bySeed.get(seed)]
    return one === undefined || other === undefined ? [] : [one - other]
  })
  return { arm: arm.arm, baseline: baseline.arm, differences, test: pairedTest(differences) }
}

const describe = ({ arm, baseline, differences, test }: Pairs, better: Better, pAdjusted: number): Comparison => {
  const n = differences.length
  const wins = differences.filter((difference) => wordOf(difference, better) === 'better').length
  if (n === 0) return { arm, baseline, n, wins, test: test.kind, direction: 'no clear difference' }
  const difference = mean(differences)
  const pExact = test.kind === 'tested' ? signFlipP(differences) : undefined
  return {
    arm,
    baseline,
    n,
    wins,
    difference,
    ...tInterval(differences),
    ...(test.kind === 'tested' ? { p: test.p, pAdjusted } : {}),
    ...(pExact === undefined ? {} : { pExact }),
    test: test.kind,
    direction: directionOf(test.kind, difference, better, pAdjusted),
  }
}

/** Pairs each arm after the first with the first, by seed, and adjusts the p-values for their number. */
export const compareArms = ([baseline, ...arms]: readonly ArmValues[], seeds: readonly number[], better: Better): Comparison[] => {
  if (!baseline) return []
  const pairs = arms.map((arm) => pairUp(arm, baseline, seeds))
  const tested = pairs.filter(({ test }) => test.kind === 'tested')
  const adjusted = holm(tested.flatMap(({ test }) => (test.kind === 'tested' ? test.p : [])))
  return pairs.map((pair) => describe(pair, better, adjusted[tested.indexOf(pair)] ?? 1))
}
