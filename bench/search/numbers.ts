export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** How many of 100 values are below this one; those that equal it count half. */
export const percentileIn = (all: readonly number[], value: number): number => {
  const below = all.filter((one) => one < value - 1e-12).length
  const equal = all.filter((one) => Math.abs(one - value) <= 1e-12).length
  return (100 * (below + equal / 2)) / all.length
}
