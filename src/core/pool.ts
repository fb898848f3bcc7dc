/** An estimate with its 95 % interval. */
type Finding = { readonly outcome: string; readonly unit: string; readonly estimate: number; readonly low: number; readonly high: number }

/** Findings of one outcome together. `heterogeneity` is I²: the share of their spread that chance does not explain. */
export type Pooled = { outcome: string; unit: string; mean: number; low: number; high: number; studies: number; heterogeneity: number }

/** Standard errors that a 95 % interval of a normal estimate is wide, from its middle to its end. */
const ends = 1.959964

const rounded = (value: number): number => Number(value.toPrecision(4))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * Pools by inverse variance with a variance between studies, estimated by moments (DerSimonian and Laird, Meta-analysis in clinical
 * trials, Controlled Clinical Trials 7, 1986). Standard errors follow from the widths of the intervals.
 */
const poolOne = (findings: readonly Finding[]): Pooled | undefined => {
  const [first] = findings
  if (!first || findings.length < 2) return undefined
  const variances = findings.map(({ low, high }) => ((high - low) / (2 * ends)) ** 2)
  const fixed = variances.map((variance) => 1 / variance)
  const total = sum(fixed)
  const centre = sum(findings.map(({ estimate }, place) => estimate * (fixed[place] ?? 0))) / total
  const spread = sum(findings.map(({ estimate }, place) => (fixed[place] ?? 0) * (estimate - centre) ** 2))
  const free = findings.length - 1
  const between = Math.max(0, (spread - free) / (total - sum(fixed.map((weight) => weight ** 2)) / total))
  const weights = variances.map((variance) => 1 / (variance + between))
  const all = sum(weights)
  const mean = sum(findings.map(({ estimate }, place) => estimate * (weights[place] ?? 0))) / all
  const half = ends / Math.sqrt(all)
  return {
    outcome: first.outcome,
    unit: first.unit,
    mean: rounded(mean),
    low: rounded(mean - half),
    high: rounded(mean + half),
    studies: findings.length,
    heterogeneity: spread > 0 ? rounded(Math.max(0, (spread - free) / spread)) : 0,
  }
}

/** Findings of the same outcome and unit, pooled; an outcome with one finding alone is left out. */
export const pool = (findings: readonly Finding[]): Pooled[] => {
  const keys = [...new Set(findings.map(({ outcome, unit }) => JSON.stringify([outcome, unit])))]
  return keys.flatMap((key) => poolOne(findings.filter(({ outcome, unit }) => JSON.stringify([outcome, unit]) === key)) ?? [])
}
