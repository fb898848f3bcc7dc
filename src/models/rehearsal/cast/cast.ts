import type { Facts } from '../../../core/facts.ts'
import type { Answers } from './answer.ts'
import { dataPreparation } from './data-preparation.ts'
import { literatureReview } from './literature-review.ts'
import { planFormulation } from './plan-formulation.ts'
import { reportRefinement } from './report-refinement.ts'
import { reportWriting } from './report-writing.ts'
import { resultsInterpretation } from './results-interpretation.ts'
import { runningExperiments } from './running-experiments.ts'
import { sceneOf } from './scene.ts'

const phases: Readonly<Record<string, Answers>> = {
  'literature-review': literatureReview,
  'plan-formulation': planFormulation,
  'data-preparation': dataPreparation,
  'running-experiments': runningExperiments,
  'results-interpretation': resultsInterpretation,
  'report-writing': reportWriting,
  'report-refinement': reportRefinement,
}

/**
 * The six people of a rehearsal. Each answer is one JSON object, a command, and follows from the facts alone: whoever is asked
 * the same again, in another process too, says the same. Throws when a phase asks what nobody here can answer: a defect.
 */
export const cast = (facts: Facts): string => {
  const answer = phases[facts.phase]?.[facts.ask.split(':', 1)[0] ?? '']
  if (!answer) throw new Error(`nobody in a rehearsal answers ${facts.ask} in ${facts.phase}`)
  const given = answer(sceneOf(facts))
  return typeof given === 'string' ? given : JSON.stringify(given)
}
