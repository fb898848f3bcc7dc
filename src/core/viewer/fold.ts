import { agentEffects } from './agent.ts'
import type { Effect, ViewerEntry } from './entry.ts'
import { measured } from './measure.ts'
import { paperEffects } from './paper.ts'
import { peopleEffects } from './people.ts'
import { phaseEffects } from './phase.ts'
import { planEffects } from './plan.ts'
import { programEffects } from './program.ts'
import { reportEffects } from './report.ts'
import { runEffects } from './run.ts'
import { turnEffects } from './turn.ts'
import type { ViewerState } from './viewer-state.ts'

export { createViewerState } from './create-viewer-state.ts'

/** What each kind of event changes for viewers. */
export const viewerEffects = {
  ...runEffects,
  ...peopleEffects,
  ...phaseEffects,
  ...turnEffects,
  ...paperEffects,
  ...planEffects,
  ...programEffects,
  ...reportEffects,
  ...agentEffects,
}

const effectOf = (type: string): Effect | undefined =>
  Object.hasOwn(viewerEffects, type) ? (viewerEffects as Readonly<Record<string, Effect>>)[type] : undefined

/**
 * The state after an entry. Pure and total: it gives a new state that shares what did not change, so any state may be kept as
 * a checkpoint; unknown kinds move `seq`, `at` and the time at work alone, and what an event lacks, because it is old or was cut
 * for the wire, is left out. Entries come in order of seq.
 */
export const foldViewer = (state: ViewerState, entry: ViewerEntry): ViewerState => {
  const moved = measured(state, entry)
  const effect = effectOf(entry.event.type)
  return effect ? effect(moved, entry.event as unknown as Parameters<Effect>[1], entry) : moved
}
