import { seedFrom } from '../../core/rng.ts'
import type { AnyStudy, Settings } from './studies/study.ts'

const pilotRepetitions = 5
const furtherRepetitions = 12

type Occasion = { seed: number; attempt: number }

/** Seeds of the first repetitions of an attempt: asked for more, it gives the same ones and then others. */
export const seedsFor = ({ name }: AnyStudy, { seed, attempt }: Occasion, repetitions: number): number[] =>
  Array.from({ length: repetitions }, (_, place) => seedFrom(seed, name, attempt, 'repetition', place))

/**
 * The settings of a study: the first attempt is a pilot, and each later one answers the reviewers with more repetitions,
 * one more arm, and seeds of its own, so that it also confirms the pilot on fresh data. All seeds follow from the run's.
 */
export const designFor = (study: AnyStudy, occasion: Occasion): Settings => {
  const [plan, repetitions] = occasion.attempt < 2 ? [study.pilot, pilotRepetitions] : [study.further, furtherRepetitions]
  return { ...plan, study: study.name, seeds: seedsFor(study, occasion, repetitions) }
}
