import type { ReadonlyAttempt, ReadonlyProgram } from '../../../core/state.ts'
import { designFor, seedsFor } from '../design.ts'
import type { AnyStudy, Settings } from '../studies/study.ts'

/** Which attempt at which study: enough to know every program that can be written in it. */
export type Work = { study: AnyStudy; seed: number; attempt: number }

const draftArms = 2
const draftRepetitions = 5
const moreRepetitions = 3

const armsOf = (study: AnyStudy, settings: Settings) => settings[study.armsIn] as readonly (number | string)[]

/** A first program: the hypothesis alone, on as few repetitions as a study may have. */
export const draftSettings = (work: Work): Settings => {
  const planned = designFor(work.study, work)
  return {
    ...planned,
    [work.study.armsIn]: armsOf(work.study, planned).slice(0, draftArms),
    seeds: planned.seeds.slice(0, draftRepetitions),
  }
}

/** Ways to go on from a program: first towards the plan, then beyond it. Never none. */
export const stepsFrom = (work: Work, from: Settings): Settings[] => {
  const { study } = work
  const planned = designFor(study, work)
  const arms = armsOf(study, from)
  const wanted = armsOf(study, planned)
  const repetitions = from.seeds.length
  return [
    ...(wanted.some((arm) => !arms.includes(arm))
      ? [{ ...from, [study.armsIn]: [...wanted, ...arms.filter((arm) => !wanted.includes(arm))] }]
      : []),
    ...(repetitions < planned.seeds.length ? [{ ...from, seeds: planned.seeds }] : []),
    ...(arms.includes(study.probe) ? [] : [{ ...from, [study.armsIn]: [...arms, study.probe] }]),
    { ...from, seeds: seedsFor(study, work, repetitions + moreRepetitions) },
  ].filter((settings) => study.settings.safeParse(settings).success)
}

/** The seat of whoever wrote a candidate: candidates of a round stand side by side, in the order of the seats. */
const seatIn = (id: string): number => Number(id.split('.').at(-1))

/** A candidate of the one in this seat. */
export const improvedSettings = (work: Work, from: Settings, seat: number): Settings => {
  const steps = stepsFrom(work, from)
  return steps[seat % Math.max(1, steps.length)] ?? from
}

/** What a stored program sets: it follows from what the program grew out of, so that no code needs to be read. */
export const settingsOf = (work: Work, programs: ReadonlyAttempt['programs'], program: ReadonlyProgram): Settings => {
  const parent = program.parent === undefined ? undefined : programs[program.parent]
  if (!parent) return draftSettings(work)
  const from = settingsOf(work, programs, parent)
  return program.operator === 'improve' ? improvedSettings(work, from, seatIn(program.id)) : from
}

/** The run that all results come from: the winner, run again. */
export const finalOf = ({ programs }: ReadonlyAttempt): ReadonlyProgram | undefined =>
  Object.values(programs).find(({ operator, status }) => operator === 'final' && status === 'ok')
