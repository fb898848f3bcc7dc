import { setImmediate } from 'node:timers/promises'
import type { EventLog, StoredEvent } from '../../store/event-log.ts'

/** Few, because a reader may take none of them. */
const page = 20

let turns: Promise<unknown> = Promise.resolve()

/** One page is read at a time, of all that are followed, and between two of them the server does what else it has to. */
const turn = (): Promise<unknown> => {
  turns = turns.then(() => setImmediate())
  return turns
}

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
      await turn()
      if (signal.aborted) return
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
