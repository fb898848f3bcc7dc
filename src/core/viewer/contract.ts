import type { ViewerEntry } from './entry.ts'
import { fieldsIn, headIn, idIn, listIn, numberIn, oneOf, stringIn, stringOrNull } from './fields.ts'
import type { ContractView } from './viewer-state.ts'

const goals = ['max', 'min'] as const
const evaluations = ['self-reported', 'hold-out'] as const
/** More than a contract may have of anything: what is stored may be of another gal. */
const most = 12

const heads = (value: unknown): string[] =>
  listIn(value)
    .slice(0, most)
    .map(headIn)
    .filter((text) => text !== '')

/** The terms of a plan as far as they came; null without a measure, because nothing could be held against them. */
export const contractView = (value: unknown, { seq }: ViewerEntry): ContractView | null => {
  const terms = fieldsIn(value)
  const metric = idIn(terms.metric)
  if (metric === undefined) return null
  return {
    seq,
    hypotheses: heads(terms.hypotheses),
    metric,
    goal: oneOf(terms.goal, goals) ?? 'max',
    unit: stringOrNull(terms.unit),
    proposed: stringIn(terms.proposed),
    baselines: heads(terms.baselines),
    ablations: heads(terms.ablations),
    datasets: heads(terms.datasets),
    repetitions: numberIn(terms.repetitions),
    evaluation: oneOf(terms.evaluation, evaluations) ?? 'self-reported',
  }
}
