import { EventType, type Message, PROTOCOL_VERSION } from '@ag-ui/core'
import type { BlobRef } from '../../core/text.ts'
import { createViewerState, foldViewer } from '../../core/viewer/fold.ts'
import type { StoredEvent } from '../../store/event-log.ts'
import { type Ending, endingOf, type Ids } from './translate/ending.ts'
import type { AgUiEvent } from './translate/event.ts'
import { putAside, reopen } from './translate/lifecycle.ts'
import { messagesOf } from './translate/messages-of.ts'
import { createStage } from './translate/stage.ts'
import { translate } from './translate/translators.ts'
import { tokenUsage, type Usage, withCall } from './translate/usage.ts'
import { patchOf, threadView } from './translate/view.ts'

/** Kinds of entries after which a run may stand still. */
const standing: ReadonlySet<string> = new Set(['run-end', 'run-halt', 'question-ask'])

export type TranslationInput = Ids & {
  /** The name of the lab's run. */
  run: string
  /** What is on the log already, from its first entry on: told of as a snapshot. */
  history: readonly StoredEvent[]
  /** The text behind a reference; throws when it is not there. */
  readBlob(reference: BlobRef): string
  /** What the reader shall hold, given what the log says; as the log says it when missing. */
  reconcile?(messages: Message[]): Message[]
}

/** One run of AG-UI, from RUN_STARTED to RUN_FINISHED or RUN_ERROR: a stretch of a lab's run. */
export type Translation = {
  /**
   * What comes before anything new; the whole of it when the lab's run stands still. To be asked once, and first.
   * @param how how it ends at once, when that is not for the log to say
   */
  begin(how?: Ending): AgUiEvent[]
  /** What a reader is told of the next entry, in order of seq. Nothing once it is closed. */
  next(entry: StoredEvent): AgUiEvent[]
  /** Ends it in another way than the log says. Nothing once it is closed. */
  end(how: Ending): AgUiEvent[]
  closed(): boolean
}

/** Translates the log of a run as it comes. Everything that it tells follows from its input and the entries. */
export const createTranslation = ({
  threadId,
  runId,
  run,
  history,
  readBlob,
  reconcile = (messages) => messages,
}: TranslationInput): Translation => {
  const ids: Ids = { threadId, runId }
  const stage = createStage(run, readBlob)
  let state = createViewerState(run)
  const told = history.flatMap((entry) => {
    state = foldViewer(state, entry)
    return translate(entry, stage)
  })
  let view = threadView(state)
  let usage: Usage = new Map()
  let closed = false

  const end = (how: Ending | undefined): AgUiEvent[] => {
    if (closed || how === undefined) return []
    closed = true
    return [...putAside(stage), usage.size === 0 ? how : { ...how, usage: tokenUsage(usage) }]
  }

  const opening = (): AgUiEvent[] => [
    { type: EventType.RUN_STARTED, threadId, runId, protocolVersion: PROTOCOL_VERSION },
    { type: EventType.MESSAGES_SNAPSHOT, messages: reconcile(messagesOf(told)) },
    { type: EventType.STATE_SNAPSHOT, snapshot: view },
  ]

  return {
    end,
    closed: () => closed,
    begin(how = endingOf(state, ids)) {
      if (how === undefined) return [...opening(), ...reopen(stage)]
      closed = true
      return [...opening(), how]
    },
    next(entry) {
      if (closed) return []
      const timestamp = Date.parse(entry.at)
      state = foldViewer(state, entry)
      usage = withCall(usage, entry.event)
      const events = translate(entry, stage)
      const now = threadView(state)
      const delta = patchOf(view, now)
      view = now
      if (delta.length > 0) events.push({ type: EventType.STATE_DELTA, delta })
      if (standing.has(entry.event.type)) events.push(...end(endingOf(state, ids)))
      return events.map((event) => ({ ...event, timestamp }))
    },
  }
}
