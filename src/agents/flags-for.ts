import { heldOutMetrics } from '../core/contract.ts'
import type { Metric } from '../core/metric.ts'
import type { Flag, ProgramOperator, ReadonlyState } from '../core/state.ts'
import { flagsOf } from '../search/flags/index.ts'

/** Programs of the tree, and those run again: what they measure is held against each other. */
const compared: ReadonlySet<ProgramOperator> = new Set(['draft', 'improve', 'repair'])
const flagged: ReadonlySet<ProgramOperator> = new Set(['draft', 'improve', 'repair', 'final'])

const errors: ReadonlySet<string> = new Set(['rmse', 'mae'])
const boundOf = (metric: string): number | undefined => (heldOutMetrics.includes(metric) ? (errors.has(metric) ? 0 : 1) : undefined)

type Run = {
  id: string
  operator: ProgramOperator
  parent?: string | undefined
  hash: string
  code: string
  seeds?: readonly number[] | undefined
}

/** Why the numbers of a run may be doubted, told from the registry alone. None without a contract, for nothing says which number decides. */
export const flagsFor = ({ now }: ReadonlyState, run: Run, metrics: readonly Metric[]): Flag[] => {
  const { contract, programs } = now
  if (!contract || !flagged.has(run.operator)) return []
  const bound = boundOf(contract.metric)
  return flagsOf({
    program: { id: run.id, hash: run.hash, code: run.code, rows: metrics },
    // The winner's last run is the winner: to be like it is no wonder.
    others: Object.values(programs)
      .filter(
        ({ id, operator, status }) =>
          compared.has(operator) && status === 'ok' && id !== run.id && (run.operator !== 'final' || id !== run.parent),
      )
      .map(({ id, hash, metrics: rows }) => ({ id, hash: hash ?? id, rows: rows as Metric[] })),
    metric: { name: contract.metric, goal: contract.goal, ...(bound === undefined ? {} : { bound }) },
    seeds: run.seeds ?? [],
  })
}
