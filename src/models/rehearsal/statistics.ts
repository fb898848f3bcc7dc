import cdf from '@stdlib/stats-base-dists-t-cdf'
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** The share of intervals that hold the true mean, and the level below which a p-value counts as clear. */
export const confidence = 0.95
export const clearBelow = 0.05

/** Most pairs for which every pattern of signs is tried: 2^12 patterns. */
export const mostFlips = 12

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Standard deviation of a sample, with n − 1 below the fraction line; undefined for fewer than two values. */
export const sd = (values: readonly number[]): number | undefined => {
  if (values.length < 2) return undefined
  const centre = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1))
}

/** The sd, with what rounding alone leaves of equal values taken as the zero that it stands for. */
const spread = (values: readonly number[]): number | undefined => {
  const found = sd(values)
  const size = Math.max(...values.map(Math.abs))
  return found !== undefined && found <= 1e-10 * size ? 0 : found
}

export type Interval = { low: number; high: number }

/**
 * Two-sided interval of a mean at 95 %: mean ± t(0.975, n − 1) · sd / √n (Student, Biometrika 6, 1908).
 * In the unit of the values; undefined for fewer than two values.
 */
export const tInterval = (values: readonly number[]): Interval | undefined => {
  const found = spread(values)
  if (found === undefined) return undefined
  const half = (quantile(0.5 + confidence / 2, values.length - 1) * found) / Math.sqrt(values.length)
  return { low: mean(values) - half, high: mean(values) + half }
}

/** `identical`: every difference is zero; `constant`: every difference is the same and not zero. Neither has a p-value. */
export type PairedTest = { kind: 'tested'; t: number; df: number; p: number } | { kind: 'identical' | 'constant' | 'too-few' }

/**
 * Two-sided paired t test of a mean difference of zero: t = mean · √n / sd with n − 1 degrees of freedom (Student 1908).
 * Differences without variance have no t: they are named instead of tested.
 */
export const pairedTest = (differences: readonly number[]): PairedTest => {
  const found = spread(differences)
  if (found === undefined) return { kind: 'too-few' }
  if (found === 0) return { kind: differences.every((difference) => difference === 0) ? 'identical' : 'constant' }
  const df = differences.length - 1
  const t = (mean(differences) * Math.sqrt(differences.length)) / found
  return { kind: 'tested', t, df, p: Math.min(1, 2 * cdf(-Math.abs(t), df)) }
}

/**
 * Exact two-sided p-value of paired differences under all 2^n patterns of signs (Fisher, The Design of Experiments, 1935,
 * section 21): the share of patterns whose sum is at least as far from zero as the one seen. It assumes no distribution.
 * Undefined without pairs or for more than twelve.
 */
export const signFlipP = (differences: readonly number[]): number | undefined => {
  const n = differences.length
  if (n === 0 || n > mostFlips) return undefined
  const size = differences.reduce((sum, difference) => sum + Math.abs(difference), 0)
  const seen = Math.abs(differences.reduce((sum, difference) => sum + difference, 0)) - 1e-12 * size
  const sumUnder = (pattern: number) => differences.reduce((sum, value, place) => sum + (pattern & (1 << place) ? -value : value), 0)
  const patterns = 2 ** n
  let extreme = 0
  for (let pattern = 0; pattern < patterns; pattern += 1) extreme += Math.abs(sumUnder(pattern)) >= seen ? 1 : 0
  return extreme / patterns
}

/**
 * P-values adjusted for several comparisons, in the order given (Holm, Scandinavian Journal of Statistics 6, 1979): the i-th
 * smallest of m is multiplied by m − i + 1, never falls below the one before, and is at most 1.
 */
export const holm = (ps: readonly number[]): number[] => {
  const order = ps.map((p, place) => ({ p, place })).sort((a, b) => a.p - b.p)
  const adjusted: number[] = []
  let least = 0
  for (const [rank, { p, place }] of order.entries()) {
    least = Math.max(least, Math.min(1, (ps.length - rank) * p))
    adjusted[place] = least
  }
  return adjusted
}
