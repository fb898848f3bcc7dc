import { hashOf } from '../../core/canonical.ts'
import type { EventLog } from '../../store/event-log.ts'

/** The key with which a thread begins its run, so that the same thread is the same run, also after a restart. */
export const keyOfThread = (threadId: string): string => `ag-ui:${threadId}`

/** Finds the run of a thread: the run of that name, or the one that the thread began. */
export const createThreads = (log: EventLog): ((threadId: string) => string | undefined) => {
  /** The hash of the key that began a run, of every run that was ever looked at. A run's beginning does not change. */
  const keys = new Map<string, string | undefined>()
  const keyOf = (run: string): string | undefined => {
    if (keys.has(run)) return keys.get(run)
    const first = log.read(run, 0, 1)[0]?.event
    const key = first?.type === 'run-start' ? first.key : undefined
    if (first) keys.set(run, key)
    return key
  }
  return (threadId) => {
    const names = log.runs().map(({ run }) => run)
    const wanted = hashOf(keyOfThread(threadId))
    return names.find((run) => run === threadId) ?? names.find((run) => keyOf(run) === wanted)
  }
}
