/** How a number follows from what was measured. */
export type How =
  | 'value'
  | 'repetition'
  | 'mean'
  | 'sd'
  | 'low'
  | 'high'
  | 'difference'
  | 'difference-low'
  | 'difference-high'
  | 'difference-width'
  | 'dz'
  | 'p'
  | 'p-adjusted'
  | 'p-signs'
  | 'least-p'
  | 'patterns'
  | 'extreme-patterns'
  | 'better'
  | 'repetitions'
  | 'arms'
  | 'compared'
  | 'clear'
  | 'arm'
  | 'step'

/** The values that a fact was made from: one a seed, or a pair a seed where two arms are compared. */
export type FactRow = { seed: number | null; arm: string | null; value: number; other: number | null }

/** A number that can be had from the metrics of one program, and the way to it. */
export type Fact = {
  kind: 'measured' | 'derived' | 'setting'
  how: How
  value: number
  program: string
  measure: string | null
  split: string | null
  unit: string | null
  arms: readonly string[]
  step: number | null
  rows: readonly FactRow[]
  /** The sum that gives the value, with its inputs; empty where it is the value itself. */
  formula: string
  /** Only the very number will do: it counts something, or somebody chose it. */
  exact: boolean
  /** Whether its sign depends on which arm is named first. */
  unsigned: boolean
}

export const shownValue = (value: number): string => {
  const rounded = Number(value.toPrecision(5))
  return String(Object.is(rounded, -0) ? 0 : rounded).replace('-', '−')
}
