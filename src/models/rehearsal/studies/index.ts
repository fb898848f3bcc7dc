import { labelSmoothing } from './label-smoothing/study.ts'
import { neighbours } from './neighbours/study.ts'
import { regularisation } from './regularisation/study.ts'
import { stepSize } from './step-size/study.ts'
import type { AnyStudy } from './study.ts'
import { varianceReduction } from './variance-reduction/study.ts'

/** Every study that a rehearsal can carry out. The first is taken for a topic that is near to none. */
export const studies: readonly AnyStudy[] = [labelSmoothing, stepSize, regularisation, neighbours, varianceReduction]

export const studyNamed = (name: unknown): AnyStudy | undefined => studies.find((study) => study.name === name)
