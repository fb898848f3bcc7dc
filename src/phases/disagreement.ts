import { deciding } from '../core/contract.ts'
import type { ReadonlyProgram, ReadonlyState } from '../core/state.ts'
import { differ } from '../search/differ.ts'
import { finalRun } from './digest.ts'

/** Means of the deciding metric by seed, of the proposed arm, on data that the search saw too. */
const seenIn = ({ now: { contract } }: ReadonlyState, { metrics }: ReadonlyProgram): number[] => {
  if (!contract) return []
  const rows = deciding(
    contract,
    metrics.filter(({ split, arm, step }) => split !== 'test' && step === undefined && (arm === undefined || arm === contract.proposed)),
  )
  const seeds = [...new Set(rows.map(({ seed }) => seed))]
  return seeds.map((seed) => {
    const values = rows.filter((row) => row.seed === seed).map(({ value }) => value)
    return values.reduce((sum, value) => sum + value, 0) / values.length
  })
}

const rounded = (values: readonly number[]): number =>
  Number((values.reduce((sum, value) => sum + value, 0) / values.length).toPrecision(4))

/**
 * How the winner's last run, on seeds that took no part in choosing it, contradicts what the search saw of it, in a sentence: its
 * fresh seeds where it was challenged with some, else its search seeds. Nothing when the two agree within their scatter.
 */
export const disagreement = (state: ReadonlyState): string | undefined => {
  const final = finalRun(state.now)
  const winner = state.now.programs[final?.parent ?? '']
  if (!final || !winner || !state.now.contract) return undefined
  const fresh = Object.values(state.now.programs).filter(
    ({ operator, parent, status }) => operator === 'confirm' && parent === winner.id && status === 'ok',
  )
  const before = (fresh.length ? fresh : [winner]).flatMap((program) => seenIn(state, program))
  const after = seenIn(state, final)
  if (!differ(before, after)) return undefined
  return `run again, the winner came to a ${state.now.contract.metric} of ${rounded(after)}, and the search had seen ${rounded(before)}`
}
