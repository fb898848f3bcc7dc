import type { Goal } from './node.ts'

export type SearchSettings = {
  goal: Goal
  /** Programs written from nothing before any is bettered. */
  drafts: number
  /** How often a failed program is repaired when there is one, 0 to 1. */
  repairShare: number
  /** Repairs in a row, at most. */
  repairDepth: number
  /** Among how many of the best by their noisy scores the next to improve is drawn. */
  few: number
  /** The chance, for each best program, that noise puts another in its place, by however many challengers. */
  level: number
}

/**
 * Drafts, repairs and their depth as AIDE has them (Jiang et al. 2025, arXiv 2502.13138). One of the few best: with 20 programs in
 * all, three cost more than they gave in `bench/search.ts`.
 */
export const searchDefaults = { drafts: 5, repairShare: 0.5, repairDepth: 3, few: 1, level: 0.05 } as const satisfies Omit<
  SearchSettings,
  'goal'
>
