import { createCastModel } from '../langchain.ts'
import type { Model } from '../model.ts'
import { cast } from './cast/cast.ts'

export { isRehearsalProgram } from './trust.ts'

/** The model that needs none: a real study, whose every word and program follows from the facts of the run. */
export const createRehearsal = (): Model => createCastModel('rehearsal', cast)
