import type { LabEvent } from '../../core/events/index.ts'
import { createMemoryEventLog, type MemoryDisk } from '../../store/memory-event-log.ts'

/** All that a disk holds. */
export const eventsOf = (disk: MemoryDisk): LabEvent[] =>
  createMemoryEventLog({ disk })
    .readAll(0)
    .map(({ event }) => event)
