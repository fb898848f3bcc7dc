const bars = [...'▁▂▃▄▅▆▇█']

/** Numbers as a row of bars, from the lowest of them to the highest; bars of half height when they are all the same. */
export const sparkline = (values: readonly number[]): string => {
  const low = Math.min(...values)
  const range = Math.max(...values) - low
  return values.map((value) => bars[range === 0 ? 3 : Math.round(((value - low) / range) * 7)]).join('')
}

/** How much of a limit is used, as a bar of `cells` cells. */
export const gauge = (used: number, limit: number, cells = 8): string => {
  const full = Math.min(cells, Math.max(0, Math.round((used / limit) * cells)))
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)}`
}
