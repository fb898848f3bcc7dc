import type { ReadonlyAttempt } from '../../../core/state.ts'
import { analyse } from '../analyse.ts'
import { designFor } from '../design.ts'
import type { ResultFacts } from '../wording/facts.ts'
import { finalOf, settingsOf } from './programs.ts'
import type { Scene } from './scene.ts'

const measuredIn = ({ facts: { seed }, study, occasion }: Scene, attempt: number, made: ReadonlyAttempt): ResultFacts => {
  const work = { study, seed, attempt }
  const final = finalOf(made)
  const settings = final ? settingsOf(work, made.programs, final) : designFor(study, work)
  return { ...occasion, attempt, study, settings, analysis: analyse(study, settings, final?.metrics ?? []) }
}

/** The results of this attempt: those of its final run, and no other. */
export const resultsOf = (scene: Scene): ResultFacts => measuredIn(scene, scene.facts.attempt, scene.facts.now)

/** The results of the attempt before; none in the first. */
export const earlierResults = (scene: Scene): ResultFacts | undefined => {
  const before = scene.facts.earlier.at(-1)
  return before && measuredIn(scene, scene.facts.earlier.length, before)
}
