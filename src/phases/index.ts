import type { PhaseName } from '../core/names.ts'
import { dataPreparation } from './data-preparation.ts'
import { literatureReview } from './literature-review.ts'
import type { Phase } from './phase.ts'
import { planFormulation } from './plan-formulation.ts'
import { reportRefinement } from './report-refinement.ts'
import { reportWriting } from './report-writing.ts'
import { resultsInterpretation } from './results-interpretation.ts'
import { runningExperiments } from './running-experiments.ts'

/** All phases, in the order in which the lab first meets them. */
export const phases: readonly Phase[] = [
  literatureReview,
  planFormulation,
  dataPreparation,
  runningExperiments,
  resultsInterpretation,
  reportWriting,
  reportRefinement,
]

export const phaseNamed = (name: PhaseName): Phase => {
  const phase = phases.find((candidate) => candidate.name === name)
  if (!phase) throw new Error(`no phase is called ${name}`)
  return phase
}
