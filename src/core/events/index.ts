import type { z } from 'zod'
import { phaseSpent, type RunState } from '../state.ts'
import { agentEvents } from './agent.ts'
import { paperEvents } from './paper.ts'
import { peopleEvents } from './people.ts'
import { phaseEvents } from './phase.ts'
import { planEvents } from './plan.ts'
import { programEvents } from './program.ts'
import { reportEvents } from './report.ts'
import { runEvents } from './run.ts'
import { turnEvents } from './turn.ts'

/** Every kind of event there is. */
export const events = {
  ...runEvents,
  ...peopleEvents,
  ...phaseEvents,
  ...turnEvents,
  ...paperEvents,
  ...planEvents,
  ...programEvents,
  ...reportEvents,
  ...agentEvents,
}

type Events = typeof events
export type EventType = keyof Events
export type LabEvent = { [Type in EventType]: { type: Type } & z.infer<Events[Type]['data']> }[EventType]
export type EventOf<Type extends EventType> = Extract<LabEvent, { type: Type }>

/** Checks an event before it is stored. Throws zod's error: what gal itself writes is never invalid, so that is a defect. */
export const parseEvent = (event: LabEvent): LabEvent => {
  const { type, ...data } = event
  events[type].data.parse(data)
  return event
}

/** The types that people write, without a lease, through `EventLog.input`. */
export const peopleTypes: ReadonlySet<string> = new Set(['pause-ask', 'stop-ask', 'note-add', 'answer-give'])

/**
 * Time at work is what passes between two events of a driver; what passes before a run is taken up again is not, and no more is
 * the time that a person takes for a question that holds the run.
 */
const measure = (state: RunState, { type, ...data }: LabEvent, at: number) => {
  if (peopleTypes.has(type)) return
  const seconds = type === 'run-resume' || state.lastAt === undefined ? 0 : Math.max(0, at - state.lastAt) / 1000
  state.lastAt = type === 'question-ask' && 'blocks' in data && data.blocks === true ? undefined : at
  state.spent.seconds += seconds
  if (state.phase) phaseSpent(state, state.phase.name).seconds += seconds
}

/** Brings a state forward, in place. Unknown types are skipped: an older program can read a newer log. */
export const fold = (state: RunState, log: Iterable<{ event: LabEvent; at: string }>): RunState => {
  for (const { event, at } of log) {
    const { type, ...data } = event
    measure(state, event, Date.parse(at))
    const apply = events[type]?.apply as ((draft: RunState, data: object) => void) | undefined
    apply?.(state, data)
  }
  return state
}
