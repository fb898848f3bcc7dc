import type { PhaseName } from '../core/names.ts'
import { isSmall } from '../core/small-model.ts'
import type { Model } from '../models/model.ts'
import type { Settings } from './parts.ts'

/**
 * Calls of a model after which a phase of a very small model ends with what it has, unless the configuration says another
 * number: as many as the phase takes when all goes well, and half as many again.
 */
const enough: Readonly<Record<PhaseName, number>> = {
  'literature-review': 20,
  'plan-formulation': 12,
  'data-preparation': 16,
  'running-experiments': 30,
  'results-interpretation': 12,
  'report-writing': 50,
  'report-refinement': 12,
}

/** The same settings, with a limit of calls for each phase that has none, where the model is so small that more would not help. */
export const sparing = (settings: Settings, model: Model): Settings => {
  if (!isSmall(model)) return settings
  const own = settings.budget.phases ?? {}
  const phases = Object.fromEntries(Object.entries(enough).map(([phase, calls]) => [phase, { calls, ...own[phase] }]))
  return { ...settings, budget: { ...settings.budget, phases } }
}
