import { phaseNames } from '../core/names.ts'
import { complete, failed, type Outcome, partial } from '../core/outcome.ts'
import type { ReadonlyState } from '../core/state.ts'
import type { Missing } from '../phases/phase.ts'

/** How a phase ended: by what is missing, and by what forced its end, if something did. */
export const phaseOutcome = (missing: Missing | undefined, forced: string | undefined): Outcome => {
  if (!missing) return complete
  const why = forced ? `${missing.why}: ${forced}` : missing.why
  return missing.kind === 'failed' ? failed(why) : partial(why)
}

/** How a run ended: by the last attempt at each phase. */
export const runOutcome = ({ ended }: ReadonlyState): Outcome => {
  const last = new Map(ended.map(({ phase, outcome }) => [phase, outcome]))
  const said = (kind: 'partial' | 'failed') =>
    [...last].flatMap(([phase, outcome]) => (outcome.kind === kind ? [`${phase}: ${outcome.why}`] : []))
  const failures = said('failed')
  if (failures.length) return failed(failures.join('; '))
  const absent = phaseNames.filter((phase) => !last.has(phase))
  const partials = [...said('partial'), ...(absent.length ? [`not reached: ${absent.join(', ')}`] : [])]
  return partials.length ? partial(partials.join('; ')) : complete
}
