import type { Metric } from '../../core/metric.ts'
import type { Goal } from '../node.ts'

export type FlagKind = 'identical-program' | 'identical-results' | 'constant' | 'not-finite' | 'too-good' | 'seeds-ignored' | 'leak'

/** Something about a program's results that a person should look at before believing them; `why` is one sentence. */
export type Flag = { kind: FlagKind; why: string }

/** A program and its rows of the registry. */
export type Measured = { id: string; hash: string; rows: readonly Metric[]; code?: string }

/** All that a flag can be told from. */
export type FlagScene = {
  program: Measured
  /** The programs measured before it. */
  others: readonly Measured[]
  metric: { name: string; goal: Goal /** The best that the metric can be: 1 for accuracy, 0 for an error. */; bound?: number }
  /** The seeds that the program was given. */
  seeds: readonly number[]
}

/** The contract's metric of a program, a list for each arm and split: seed → value. */
export const seriesOf = ({ rows }: Measured, name: string): { arm: string; split: string; bySeed: Map<number, number> }[] => {
  const series = new Map<string, { arm: string; split: string; bySeed: Map<number, number> }>()
  for (const { name: named, arm = '', split = '', seed, step, value } of rows) {
    if (named !== name || seed === undefined || step !== undefined) continue
    const key = JSON.stringify([arm, split])
    const one = series.get(key) ?? { arm, split, bySeed: new Map<number, number>() }
    one.bySeed.set(seed, value)
    series.set(key, one)
  }
  return [...series.values()]
}

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** 'the arm proposed on valid', as far as it is known. */
export const placeName = ({ arm, split }: { arm: string; split: string }): string =>
  [arm && `the arm ${arm}`, split && `on ${split}`].filter(Boolean).join(' ') || 'the program'
