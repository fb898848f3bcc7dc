import { GalError } from '../core/error.ts'
import type { EventLog, Lease } from '../store/event-log.ts'

/** How long to wait before the next try, in milliseconds. */
const pause = 1000

/**
 * Gives up the right to drive a run. A full disk may not let that be written: then it is tried again, as long as this process
 * lives and the log is open, so that nobody is told to end a process which has long stopped driving.
 */
export const giveBack = (log: EventLog, lease: Lease): void => {
  try {
    log.release(lease)
  } catch (error) {
    // The drive has ended by what it met itself, and that is what is told; anything but the disk's trouble is a closed log.
    if (error instanceof GalError) setTimeout(() => giveBack(log, lease), pause).unref()
  }
}
