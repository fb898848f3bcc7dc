import { EventType } from '@ag-ui/core'
import type { AgUiEvent } from './event.ts'
import type { OpenTurn, Stage } from './stage.ts'

export const startTurn = ({ id, role, ask }: OpenTurn): AgUiEvent => ({
  type: EventType.SUBAGENT_STARTED,
  subagentRunId: id,
  name: role,
  description: ask,
})

/** What is open, begun anew for a reader who did not see it begin. */
export const reopen = ({ step, open }: Stage): AgUiEvent[] => [
  ...(step === undefined ? [] : [{ type: EventType.STEP_STARTED as const, stepName: step }]),
  ...[...open.values()].map(startTurn),
]

/** The turns that are open when the log goes on without them. */
export const endTurns = (stage: Stage, why: string): AgUiEvent[] => {
  const ended = [...stage.open.keys()].map(
    (subagentRunId): AgUiEvent => ({
      type: EventType.SUBAGENT_ERROR,
      subagentRunId,
      message: why,
      code: 'left-open',
    }),
  )
  stage.open.clear()
  return ended
}

/** The end of the step, if one is open. */
export const endStep = (stage: Stage): AgUiEvent[] => {
  const { step } = stage
  if (step === undefined) return []
  stage.step = undefined
  return [{ type: EventType.STEP_FINISHED, stepName: step }]
}

/** The stream ends while the work does not: turns are put aside, and a later stream has them again under the same ids. */
export const putAside = ({ step, open }: Stage): AgUiEvent[] => [
  ...[...open.keys()].map(
    (subagentRunId): AgUiEvent => ({
      type: EventType.SUBAGENT_FINISHED,
      subagentRunId,
      outcome: { type: 'suspended' },
    }),
  ),
  ...(step === undefined ? [] : [{ type: EventType.STEP_FINISHED as const, stepName: step }]),
]
