import { phasesOf } from '../core/kinds.ts'
import { complete, failed, type Outcome, partial } from '../core/outcome.ts'
import type { ReadonlyState } from '../core/state.ts'
import type { Missing } from '../phases/phase.ts'

/** How a phase ended: by what is missing, and by what forced its end, if something did. */
export const phaseOutcome = (missing: Missing | undefined, forced: string | undefined): Outcome => {
  if (!missing) return complete
  const why = forced ? `${missing.why}: ${forced}` : missing.why
  return missing.kind === 'failed' ? failed(why) : partial(why)
}

/**
 * How a run ended: by the last attempt at each phase. What failed in a later attempt, but was done in an earlier one, leaves
 * the run partial: its earlier product is there.
 */
export const runOutcome = ({ ended, kind }: ReadonlyState): Outcome => {
  const last = new Map(ended.map(({ phase, outcome }) => [phase, outcome]))
  const done = new Set(ended.flatMap(({ phase, outcome }) => (outcome.kind === 'complete' ? [phase] : [])))
  const fell = [...last].flatMap(([phase, outcome]) => (outcome.kind === 'complete' ? [] : [{ phase, ...outcome }]))
  const say = ({ phase, why }: { phase: string; why: string }) => `${phase}: ${why}`
  const failures = fell.filter(({ phase, kind }) => kind === 'failed' && !done.has(phase))
  if (failures.length) return failed(failures.map(say).join('; '))
  const absent = phasesOf[kind].filter((phase) => !last.has(phase))
  const partials = [...fell.map(say), ...(absent.length ? [`not reached: ${absent.join(', ')}`] : [])]
  return partials.length ? partial(partials.join('; ')) : complete
}
