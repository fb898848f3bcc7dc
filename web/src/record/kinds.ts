import type { EventType } from '../../../src/core/events/index.ts'
import { fieldOf } from './beginning.ts'

/** The groups that the record can be narrowed to, in the order in which they are shown. Every entry belongs to one. */
export const kinds = [
  'phases',
  'turns',
  'replies',
  'papers',
  'plans',
  'programs',
  'scores',
  'report',
  'reviews',
  'people',
  'faults',
  'run',
] as const
export type Kind = (typeof kinds)[number]

const kindOfType: Readonly<Record<EventType, Kind>> = {
  'run-start': 'run',
  'model-choose': 'run',
  'run-resume': 'run',
  'run-halt': 'run',
  'run-end': 'run',
  'artifact-write': 'run',
  'pause-ask': 'people',
  'stop-ask': 'people',
  'note-add': 'people',
  'question-ask': 'people',
  'answer-give': 'people',
  'phase-start': 'phases',
  'phase-end': 'phases',
  'role-brief': 'turns',
  'turns-condense': 'turns',
  'turn-start': 'turns',
  'turn-end': 'turns',
  'turn-reply': 'replies',
  'turn-fault': 'faults',
  'search-end': 'papers',
  'paper-read': 'papers',
  'paper-add': 'papers',
  'plan-accept': 'plans',
  'dataset-search': 'plans',
  'dataset-accept': 'plans',
  'data-card': 'plans',
  'effect-note': 'papers',
  'interpretation-accept': 'plans',
  'program-start': 'programs',
  'program-end': 'programs',
  'reflection-add': 'programs',
  'program-score': 'scores',
  'program-judge': 'scores',
  'report-score': 'scores',
  'section-write': 'report',
  'readme-write': 'report',
  'review-give': 'reviews',
  'refinement-decide': 'reviews',
  'agent-start': 'turns',
  'agent-act': 'turns',
  'agent-end': 'turns',
}

/** What makes an entry a fault, whatever its type: something did not work, and the log says what. */
const isFault = (event: { type: string }): boolean => {
  const status = fieldOf(event, 'status')
  if (fieldOf(event, 'fault') !== undefined) return true
  if (event.type === 'search-end' || event.type === 'dataset-search') return typeof status === 'string' && status !== 'ok'
  return event.type === 'turn-end' && fieldOf(event, 'ok') === false
}

/** The group of an event. A type that is new to this viewer belongs to the run. */
export const kindOf = (event: { type: string }): Kind => {
  if (isFault(event)) return 'faults'
  return Object.hasOwn(kindOfType, event.type) ? kindOfType[event.type as EventType] : 'run'
}
