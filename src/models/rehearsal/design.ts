import { seedFrom } from '../../core/rng.ts'
import type { AnyStudy, Settings } from './studies/study.ts'

const pilotRepetitions = 5
const furtherRepetitions = 12

/**
 * The settings of a study: the first attempt is a pilot, and each later one answers the reviewers with more repetitions,
 * one more arm, and seeds of its own, so that it also confirms the pilot on fresh data. All seeds follow from the run's.
 */
export const designFor = (study: AnyStudy, { seed, attempt }: { seed: number; attempt: number }): Settings => {
  const [plan, repetitions] = attempt < 2 ? [study.pilot, pilotRepetitions] : [study.further, furtherRepetitions]
  const seeds = Array.from({ length: repetitions }, (_, place) => seedFrom(seed, study.name, attempt, 'repetition', place))
  return { ...plan, study: study.name, seeds }
}
