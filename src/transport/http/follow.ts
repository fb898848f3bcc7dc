import type { EventLog, StoredEvent } from '../../store/event-log.ts'

const page = 200

/** Every event of a run after `after`, in order: the stored ones, then each as it comes. Ends with the signal and not with the run. */
export async function* follow(log: EventLog, run: string, after: number, signal: AbortSignal): AsyncGenerator<StoredEvent> {
  let seq = after
  let more = true
  let wake: () => void = () => undefined
  const tell = () => {
    more = true
    wake()
  }
  const unwatch = log.watch(tell)
  signal.addEventListener('abort', tell)
  try {
    while (!signal.aborted) {
      if (!more)
        await new Promise<void>((resolve) => {
          wake = resolve
          if (more) resolve()
        })
      more = false
      const rows = log.read(run, seq, page)
      if (rows.length === page) more = true
      for (const row of rows) {
        if (signal.aborted) return
        seq = row.seq
        yield row
      }
    }
  } finally {
    unwatch()
    signal.removeEventListener('abort', tell)
  }
}
