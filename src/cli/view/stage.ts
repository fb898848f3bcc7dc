import type { LabEvent } from '../../core/events/index.ts'
import type { Signal } from '../../lab/parts.ts'
import { type Limits, limitsOf } from './limits.ts'

/** What a viewer knows beside the state of a run: what is being said and printed, and since when. Times in milliseconds. */
export type Stage = {
  limits: Limits
  /** By turn: when it began, and what has come of its answer. */
  started: Record<string, number>
  said: Record<string, string>
  /** By turn: why the model is asked again. */
  retries: Record<string, string>
  /** By program: the end of what it has printed. */
  printed: Record<string, string>
  /** When the last event came; undefined while nobody drives the run. */
  heardAt: number | undefined
}

export const createStage = (): Stage => ({ limits: {}, started: {}, said: {}, retries: {}, printed: {}, heardAt: undefined })

/** Most characters kept of an answer: far more than a role may say in a turn. */
const mostSaid = 200_000
const mostPrinted = 4000

/** Brings a stage forward by what is heard now, in place. */
export const hear = (stage: Stage, signal: Signal): void => {
  if (signal.key === 'output') {
    stage.printed[signal.program] = ((stage.printed[signal.program] ?? '') + signal.text).slice(-mostPrinted)
    return
  }
  if (signal.key === 'delta') {
    stage.said[signal.turn] = ((stage.said[signal.turn] ?? '') + signal.text).slice(-mostSaid)
    delete stage.retries[signal.turn]
    return
  }
  stage.retries[signal.turn] = signal.text
  // What came of the failed try is not part of the next one.
  delete stage.said[signal.turn]
}

const forgetTurn = (stage: Stage, turn: string): void => {
  delete stage.said[turn]
  delete stage.retries[turn]
}

/** Brings a stage forward by a stored event that came at `now`, in place. */
export const attend = (stage: Stage, event: LabEvent, now: number): void => {
  stage.heardAt = event.type === 'run-halt' || event.type === 'run-end' ? undefined : now
  if (event.type === 'run-start') stage.limits = limitsOf(event.config)
  if (event.type === 'turn-start') stage.started[event.id] = now
  if (event.type === 'turn-reply' || event.type === 'turn-fault') forgetTurn(stage, event.id)
  if (event.type === 'turn-end') delete stage.started[event.id]
  if (event.type === 'program-end') delete stage.printed[event.id]
  if (event.type === 'run-halt' || event.type === 'run-end' || event.type === 'run-resume')
    Object.assign(stage, { said: {}, retries: {}, printed: {} })
}
