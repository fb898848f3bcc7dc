import { EventType } from '@ag-ui/core'
import type { EventOf, LabEvent, EventType as LabEventType } from '../../../core/events/index.ts'
import type { StoredEvent } from '../../../store/event-log.ts'
import type { AgUiEvent } from './event.ts'
import { endStep, endTurns } from './lifecycle.ts'
import { noteId, personSays, topicId } from './said.ts'
import type { Stage } from './stage.ts'
import { turnEnd, turnReply, turnStart } from './turn.ts'

type Translator<Type extends LabEventType> = (event: EventOf<Type>, stage: Stage, entry: StoredEvent) => AgUiEvent[] | undefined

/** What has a counterpart in AG-UI. A new one is one line; everything else is told of by its name and place. */
const translators: { readonly [Type in LabEventType]?: Translator<Type> } = {
  'run-start': ({ topic }) => personSays({ id: topicId, text: topic }),
  'note-add': ({ by, text }, _stage, { seq }) => personSays({ id: noteId(seq), text }, by),
  'phase-start': ({ phase }, stage) => {
    const ended = [...endTurns(stage, 'another phase began first'), ...endStep(stage)]
    stage.step = phase
    return [...ended, { type: EventType.STEP_STARTED, stepName: phase }]
  },
  'phase-end': (_event, stage) => [...endTurns(stage, 'the phase ended first'), ...endStep(stage)],
  'turn-start': turnStart,
  'turn-reply': turnReply,
  'turn-end': turnEnd,
  'run-end': (_event, stage) => [...endTurns(stage, 'the run ended first'), ...endStep(stage)],
  // How a stream ends when a run is let go of: see ending.ts.
  'run-halt': () => [],
}

const translatorOf = (type: string) =>
  Object.hasOwn(translators, type)
    ? (translators[type as LabEventType] as (event: LabEvent, stage: Stage, entry: StoredEvent) => AgUiEvent[] | undefined)
    : undefined

/** An entry without a counterpart: its kind, and the seq to fetch it by. */
const custom = ({ event, seq }: StoredEvent, { open }: Stage): AgUiEvent => {
  const turn = 'turn' in event ? event.turn : 'id' in event ? event.id : ''
  return { type: EventType.CUSTOM, name: event.type, value: { seq }, ...(open.has(turn) ? { subagentRunId: turn } : {}) }
}

/** What a reader is told of an entry. Changes the stage; kinds that only a newer gal knows are told of too. */
export const translate = (entry: StoredEvent, stage: Stage): AgUiEvent[] =>
  translatorOf(entry.event.type)?.(entry.event, stage, entry) ?? [custom(entry, stage)]
