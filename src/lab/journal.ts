import { fold, type LabEvent, parseEvent } from '../core/events/index.ts'
import { createState, type ReadonlyState, type RunState } from '../core/state.ts'
import type { ReadText } from '../core/text.ts'
import type { EventLog, Lease, StoredEvent } from '../store/event-log.ts'

/** A driver's hold on a run: its state, and the only way to bring it forward. */
export type Journal = {
  readonly state: ReadonlyState
  /** Stores events, and folds them together with what people have put on the log meanwhile. With none it only catches up. */
  append(...events: LabEvent[]): void
  /** Calls back after every append that brought something new, also from other processes. Gives the function that ends it. */
  onChange(listener: () => void): () => void
  /** Resolves when something new is on the log, after `milliseconds`, or when the signal is aborted. */
  change(milliseconds: number, signal: AbortSignal): Promise<void>
  readText: ReadText
  /** Whether the log refused to be read behind our back (somebody took the run over, the disk is full): the next append says so. */
  readonly lost: boolean
  close(): void
}

/** Opens a run at its last event. `onStored` sees every event that is folded after the opening, once and in order. */
export const openJournal = (log: EventLog, lease: Lease, onStored: (stored: StoredEvent) => void = () => undefined): Journal => {
  const state: RunState = createState()
  const listeners = new Set<() => void>()
  let seq = 0
  const take = (events: readonly LabEvent[]): StoredEvent[] => {
    const stored = log.append(lease, events.map(parseEvent), seq)
    seq = stored.at(-1)?.seq ?? seq
    fold(state, stored)
    return stored
  }
  take([])
  const append = (...events: LabEvent[]) => {
    const stored = take(events)
    for (const row of stored) onStored(row)
    if (stored.length) for (const listener of [...listeners]) listener()
  }
  const onChange = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  let lost = false
  const follow = () => {
    try {
      append()
    } catch {
      // Nobody awaits this call. Whoever is at work is told to give up, appends, and gets the error.
      lost = true
      unwatch()
      for (const listener of [...listeners]) listener()
    }
  }
  const unwatch = log.watch(follow)
  return {
    state,
    append,
    onChange,
    change: (milliseconds, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          forget()
          signal.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, Math.min(milliseconds, 2 ** 31 - 1))
        const forget = onChange(done)
        signal.addEventListener('abort', done)
        if (signal.aborted) done()
      }),
    get lost() {
      return lost
    },
    readText: (text) => (typeof text === 'string' ? text : log.blob(text)),
    close: unwatch,
  }
}
