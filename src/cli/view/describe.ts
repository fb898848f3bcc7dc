import type { EventType, LabEvent } from '../../core/events/index.ts'
import type { ReadonlyState } from '../../core/state.ts'
import { agentTellers } from './describe/agent.ts'
import { peopleTellers } from './describe/people.ts'
import { phaseTellers } from './describe/phase.ts'
import { programTellers } from './describe/program.ts'
import { reportTellers } from './describe/report.ts'
import { reviewTellers } from './describe/review.ts'
import { runTellers } from './describe/run.ts'
import type { Teller, Tellers } from './describe/teller.ts'
import { turnTellers } from './describe/turn.ts'
import type { Texts } from './texts/index.ts'
import type { Told } from './told.ts'

const tellers: Tellers<EventType> = {
  ...runTellers,
  ...peopleTellers,
  ...phaseTellers,
  ...turnTellers,
  ...reviewTellers,
  ...programTellers,
  ...reportTellers,
  ...agentTellers,
}

/** What people are told of an event, with `state` folded up to and with it; undefined for what is not worth a line. */
export const describe = (event: LabEvent, run: string, state: ReadonlyState, texts: Texts): Told | undefined => {
  const tell = tellers[event.type] as Teller<EventType> | undefined
  return tell?.(event, { run, state, texts })
}
