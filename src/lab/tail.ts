import type { EventLog, StoredEvent } from '../store/event-log.ts'

const page = 500

/** Every event of a run after `after`, in order, first the stored ones, then each as it is stored; ends with the signal, or at the end of the run. */
export async function* tailRun(log: EventLog, run: string, after: number, signal: AbortSignal): AsyncGenerator<StoredEvent> {
  let seq = after
  let wake: () => void = () => undefined
  let more = false
  const unwatch = log.watch(() => {
    more = true
    wake()
  })
  const stop = () => wake()
  // The log's own watch keeps no process alive; whoever follows a run waits on purpose.
  const hold = setInterval(() => undefined, 60_000)
  signal.addEventListener('abort', stop)
  try {
    while (!signal.aborted) {
      more = false
      const rows = log.read(run, seq, page)
      for (const row of rows) {
        seq = row.seq
        yield row
        if (row.event.type === 'run-end') return
      }
      if (rows.length > 0 || more || signal.aborted) continue
      await new Promise<void>((resolve) => {
        wake = resolve
        if (more || signal.aborted) resolve()
      })
    }
  } finally {
    clearInterval(hold)
    unwatch()
    signal.removeEventListener('abort', stop)
  }
}
