import cdf from '@stdlib/stats-base-dists-t-cdf'

/** Two sets of measurements are said to differ when chance would do it in one of a hundred cases. */
const level = 0.01

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

/**
 * Whether two sets of independent measurements have different means beyond their scatter: Welch's two-sided t test (Biometrika 34,
 * 1947) at 1 %. Sets of fewer than two say nothing; without any scatter, different numbers differ.
 */
export const differ = (before: readonly number[], after: readonly number[]): boolean => {
  if (before.length < 2 || after.length < 2) return false
  const [a, b] = [varianceOf(before) / before.length, varianceOf(after) / after.length]
  const gap = Math.abs(meanOf(before) - meanOf(after))
  if (a + b === 0) return gap > 1e-9 * Math.max(1, Math.abs(meanOf(before)))
  const free = (a + b) ** 2 / (a ** 2 / (before.length - 1) + b ** 2 / (after.length - 1))
  return 2 * (1 - cdf(gap / Math.sqrt(a + b), free)) < level
}
