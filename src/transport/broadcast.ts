import type { EventLog, StoredEvent } from '../store/event-log.ts'
import { createEventFrames, type EventFrames } from './event-frame.ts'
import type { Outlet } from './outlet.ts'
import { createPages } from './pages.ts'
import { encode } from './protocol.ts'
import { createViewer, type Viewer } from './viewer.ts'

export type Broadcast = {
  join(outlet: Outlet, frameOut: number): Viewer
  leave(viewer: Viewer): void
  /** Whether the log has a row at this place: seq in a run, pos in `*`; 0 is the place before the first. */
  has(run: string, at: number): boolean
  /** Entries of a run from the log, and their frames. */
  read(run: string, after: number, limit: number): readonly StoredEvent[]
  frameOf: EventFrames
  /** Tells all who follow the run what is not worth storing; those who are behind or slow do not get it. */
  signal(run: string, key: string, data: Readonly<Record<string, unknown>>): void
  close(): void
}

/** Carries the log to any number of viewers. Every event is stored before it is sent: the log is what is read here. */
export const createBroadcast = (log: EventLog, onDefect: (error: unknown) => void): Broadcast => {
  const pages = createPages(log, onDefect)
  const frameOf = createEventFrames()
  const viewers = new Set<Viewer>()
  const unwatch = log.watch(() => {
    pages.forget()
    for (const viewer of viewers) viewer.wake()
  })

  return {
    join(outlet, frameOut) {
      const viewer = createViewer({ pages, frameOf, outlet, frameOut, onDefect })
      viewers.add(viewer)
      return viewer
    },
    leave(viewer) {
      viewers.delete(viewer)
    },
    has(run, at) {
      if (at === 0) return run === '*' || log.has(run)
      return run === '*' ? pages.hasInAll(at) : log.read(run, at - 1, 1)[0]?.seq === at
    },
    read: (run, after, limit) => log.read(run, after, limit),
    frameOf,
    signal(run, key, data) {
      if (viewers.size === 0) return
      const frame = encode({ type: 'signal', run, key, data })
      for (const viewer of viewers) viewer.signal(run, frame)
    },
    close() {
      unwatch()
      viewers.clear()
    },
  }
}
