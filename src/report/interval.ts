import cdf from '@stdlib/stats-base-dists-t-cdf'
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** The share of intervals that hold the true mean. */
const confidence = 0.95

/** What very large and very small values are divided by, so that neither their sum nor their squares leave the range of numbers. */
const scaleOf = (values: readonly number[]): number => {
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return size > 1e150 || (size > 0 && size < 1e-150) ? size : 1
}

/** Mean of at least one value; finite wherever the values are. */
export const mean = (values: readonly number[]): number => {
  const scale = scaleOf(values)
  return scale * (values.reduce((sum, value) => sum + value / scale, 0) / values.length)
}

/** Standard deviation of a sample, with n − 1 below the fraction line; undefined for fewer than two values. */
export const sd = (values: readonly number[]): number | undefined => {
  if (values.length < 2) return undefined
  if (values.every((value) => value === values[0])) return 0
  const scale = scaleOf(values)
  const centre = mean(values) / scale
  return scale * Math.sqrt(values.reduce((sum, value) => sum + (value / scale - centre) ** 2, 0) / (values.length - 1))
}

export type Interval = { low: number; high: number }

/**
 * Two-sided 95 % interval of a mean, in the unit of the values: mean ± t(0.975, n − 1) · sd / √n (Student, Biometrika 6, 1908).
 * Undefined for fewer than two values, and where it reaches beyond the largest number that can be written.
 */
export const tInterval = (values: readonly number[]): Interval | undefined => {
  const spread = sd(values)
  if (spread === undefined) return undefined
  const half = quantile(0.5 + confidence / 2, values.length - 1) * (spread / Math.sqrt(values.length))
  const [low, high] = [mean(values) - half, mean(values) + half]
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : undefined
}

/** p of a two-sided t test of the mean of these values against zero (Student, 1908); undefined for fewer than two values. */
export const twoSidedP = (values: readonly number[]): number | undefined => {
  const spread = sd(values)
  if (spread === undefined) return undefined
  if (spread === 0) return mean(values) === 0 ? 1 : 0
  return 2 * (1 - cdf(Math.abs(mean(values)) / (spread / Math.sqrt(values.length)), values.length - 1))
}
