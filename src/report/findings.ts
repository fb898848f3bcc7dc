import { pool } from '../core/pool.ts'
import type { ReadonlyAttempt } from '../core/state.ts'
import type { Labels } from './labels/index.ts'
import { columnNumeral } from './numeral.ts'
import { plain, table } from './plain.ts'

const range = ({ low, high }: { low: number; high: number }) => `${columnNumeral(low)} … ${columnNumeral(high)}`

/** What papers report, in their words, and what it comes to together. `labels` of the two tables, in order. */
export const renderFindings = (
  { effects }: ReadonlyAttempt,
  [first, second]: readonly [string, string],
  cite: (id: string) => string,
  { findings: words, columns }: Labels,
): string[] => {
  if (effects.length === 0) return [words.none]
  const pooled = pool(effects)
  return [
    words.caption(first),
    table(
      [words.paper, words.outcome, words.effect, columns.interval, words.words],
      effects.map((effect) => [
        cite(effect.paper),
        plain(effect.outcome),
        `${columnNumeral(effect.estimate)} ${plain(effect.unit)}`,
        range(effect),
        plain(effect.quote),
      ]),
    ),
    ...(pooled.length
      ? [
          words.pooled(second),
          table(
            [words.outcome, columns.n, columns.mean, columns.interval, words.heterogeneity],
            pooled.map((row) => [
              plain(row.outcome),
              String(row.studies),
              `${columnNumeral(row.mean)} ${plain(row.unit)}`,
              range(row),
              columnNumeral(row.heterogeneity),
            ]),
          ),
        ]
      : []),
  ]
}
