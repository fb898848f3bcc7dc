import { useMemo } from 'react'
import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../../src/store/event-log.ts'
import type { Entries } from '../../live/run-view.ts'

/** The entries in which programs were scored, by program. The same map until a program changes or one more entry is here. */
export const useScored = (programs: readonly ProgramView[], entries: Entries): ReadonlyMap<string, StoredEvent> => {
  const found = programs.flatMap(({ id, scoreSeq }) => {
    const entry = scoreSeq === null ? undefined : entries.at(scoreSeq)
    return entry ? ([[id, entry]] as const) : []
  })
  const count = found.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stored entry never changes, so how many are here says it all
  return useMemo(() => new Map(found), [programs, count])
}
