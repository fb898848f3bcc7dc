import type { ContractView, ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import { armsOf, type Measure } from './measures.ts'

/** What lies on the axis of the programs: their score, the metric that the plan decides by, or something else that they measured. */
export type Laid = { by: 'score' } | { by: 'contract'; contract: ContractView } | { by: 'measure'; measure: Measure }

/** All values of a program that have to have room on the axis. */
export const valuesLaid = (program: ProgramView, laid: Laid): readonly number[] => {
  if (laid.by === 'measure') return armsOf(program, laid.measure).flatMap((arm) => arm.values)
  if (laid.by === 'score') return program.score === null ? [] : [program.score]
  return program.spread ? [program.spread.least, program.spread.mean, program.spread.most] : []
}

/** Of these measures the one with the key; without a choice the metric that the plan decides by, once a program has measured it. */
export const laidOut = (
  chosen: string | undefined,
  { contract, measures, programs }: { contract: ContractView | null; measures: readonly Measure[]; programs: readonly ProgramView[] },
): Laid => {
  const measure = measures.find(({ key }) => key === chosen)
  if (measure) return { by: 'measure', measure }
  const isMeasured = contract !== null && programs.some(({ spread }) => spread !== undefined)
  return isMeasured && chosen !== 'score' ? { by: 'contract', contract } : { by: 'score' }
}
