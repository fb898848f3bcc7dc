import { EventType } from '@ag-ui/core'
import type { HttpContext } from '../http/context.ts'
import { reconciled } from './conversation.ts'
import type { RunInput } from './input.ts'
import type { Stream } from './streams.ts'
import type { TakenUp } from './take-up.ts'
import { createTranslation } from './to-agui.ts'
import { cancelled, type Ending, interrupted } from './translate/ending.ts'

/** How a stream ends that has nothing to follow, by what came of its request. */
const endOf = ({ abandoned, trouble }: TakenUp, input: RunInput): Ending | undefined => {
  if (trouble) return { type: EventType.RUN_ERROR, message: trouble.message, code: trouble.code }
  return abandoned ? cancelled(input) : undefined
}

/**
 * Sends what a reader missed, as snapshots, then each entry as it comes, until the run ends, is let go of or waits for a person.
 * Nothing more is read from the log than the reader takes.
 * @param left aborted when nobody drives the run any more
 */
export const tell = async (
  stream: Stream,
  { log, follow }: Pick<HttpContext, 'log' | 'follow'>,
  input: RunInput,
  taken: TakenUp,
  left: AbortSignal,
): Promise<void> => {
  const { run, warnings } = taken
  const { threadId, runId, messages } = input
  const history = log.read(run, 0)
  const translation = createTranslation({
    threadId,
    runId,
    run,
    history,
    readBlob: (reference) => log.blob(reference),
    reconcile: (ours) => reconciled(ours, messages),
  })
  const [started, ...others] = translation.begin(endOf(taken, input))
  await stream.send([...(started ? [started] : []), ...warnings, ...others])
  let seq = history.at(-1)?.seq ?? 0
  if (!translation.closed())
    for await (const entry of follow(run, seq, AbortSignal.any([stream.ended, left]))) {
      await stream.send(translation.next(entry))
      seq = entry.seq
      if (translation.closed()) break
    }
  if (!left.aborted || translation.closed()) return
  for (const entry of log.read(run, seq)) await stream.send(translation.next(entry))
  await stream.send(translation.end(interrupted()))
}
