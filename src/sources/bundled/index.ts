import type { Paper } from '../../core/paper.ts'
import { classifiers } from './classifiers.ts'
import { descent } from './descent.ts'
import { paperOf } from './entry.ts'
import { linearModels } from './linear-models.ts'
import { monteCarlo } from './monte-carlo.ts'
import { neighbours } from './neighbours.ts'
import { practice } from './practice.ts'

/** The bundled bibliography, by subject. */
export const bibliography: readonly Paper[] = [...classifiers, ...descent, ...linearModels, ...neighbours, ...monteCarlo, ...practice].map(
  paperOf,
)
