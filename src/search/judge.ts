import cdf from '@stdlib/stats-base-dists-t-cdf'
import type { BySeed, Goal } from './node.ts'

export type Judgement = {
  accepted: boolean
  /** The chance of gains as large or larger when there are none; 1 when nothing can be said. */
  p: number
  /** Mean of the challenger's gains over the pairs, in the metric's unit; above 0 the challenger is better. */
  difference: number
  /** Seeds that both were run on. */
  pairs: number
}

/** Fewer fresh seeds than this prove nothing. */
const fewestPairs = 6

/**
 * One-sided paired t test of the mean of gains above zero. It accepts more true gains on six to eight seeds than turning signs
 * does, whose p is 2^-6 at the least. Gains without any spread have no t: theirs is the p of the signs.
 */
const tTest = (gains: readonly number[]): number => {
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1)
  if (variance < 1e-24) return mean > 0 ? 2 ** -gains.length : 1
  return 1 - cdf(mean / Math.sqrt(variance / gains.length), gains.length - 1)
}

/**
 * Whether a challenger is better than the best so far, by the contract's metric on fresh seeds that both were run on and that no
 * choice was made by. `level` is the chance to accept one that is no better: see `levelAfter` for several against one best.
 */
export const judge = (best: BySeed, challenger: BySeed, goal: Goal, level: number): Judgement => {
  const sign = goal === 'max' ? 1 : -1
  const gains = Object.entries(best).flatMap(([seed, value]) => {
    const other = challenger[seed]
    return other === undefined ? [] : [sign * (other - value)]
  })
  const difference = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length)
  const p = gains.length > 1 && gains.every(Number.isFinite) ? tTest(gains) : 1
  return { accepted: gains.length >= fewestPairs && p <= level, p, difference, pairs: gains.length }
}
