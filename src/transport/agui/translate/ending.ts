import { EventType, type Interrupt, type RunErrorEvent, type RunFinishedEvent } from '@ag-ui/core'
import type { QuestionView, ViewerState } from '../../../core/viewer/viewer-state.ts'
import { aguiLimits } from '../limits.ts'
import { reportPath } from './view.ts'

export type Ids = { threadId: string; runId: string }
export type Ending = RunFinishedEvent | RunErrorEvent

/** The options are what a person may want to say; the lab takes other words too. */
const interruptOf = ({ id, text, options }: QuestionView): Interrupt => ({
  id,
  reason: 'question',
  message: text,
  responseSchema: { type: 'string', minLength: 1, maxLength: aguiLimits.answerMost, ...(options.length ? { examples: options } : {}) },
  ...(options.length ? { metadata: { options } } : {}),
})

const finished = ({ threadId, runId }: Ids, fields: Pick<RunFinishedEvent, 'outcome' | 'result'>): Ending => ({
  type: EventType.RUN_FINISHED,
  threadId,
  runId,
  ...fields,
})

const failure = (message: string, code: string): Ending => ({ type: EventType.RUN_ERROR, message, code })

export const cancelled = (ids: Ids): Ending => finished(ids, { outcome: { type: 'cancelled' } })

/** Whoever drove the run is gone, and did not say why. */
export const interrupted = (): Ending => failure('nobody works on this run; resume it', 'interrupted')

/** How the stream of a run ends that stands as it does; undefined while there is more to come. */
export const endingOf = (state: ViewerState, ids: Ids): Ending | undefined => {
  const { outcome, halted, questions } = state
  if (outcome?.kind === 'failed') return failure(outcome.why, 'run-failed')
  if (outcome) return finished(ids, { outcome: { type: 'success' }, result: { outcome, report: reportPath(state) } })
  const interrupts = questions.filter(({ blocks, answer }) => blocks && answer === null).map(interruptOf)
  if (interrupts.length > 0) return finished(ids, { outcome: { type: 'interrupt', interrupts } })
  if (halted?.cause === 'fault') return failure(halted.why, 'fault')
  return halted?.cause === 'pause' || halted?.cause === 'stop' ? cancelled(ids) : undefined
}
