import type { EventType } from '../events/index.ts'
import type { ViewerState } from './viewer-state.ts'

/** What the fold needs of a stored event. `at` is ISO time, UTC. */
export type ViewerEntry = {
  readonly seq: number
  readonly at: string
  readonly event: { readonly type: string; readonly blocks?: unknown }
}

/** A JSON object from the log, of which nothing is taken for granted: it may be old, cut for the wire, or newer than this program. */
export type Fields = Readonly<Record<string, unknown>>

/** Gives the state after an entry; what did not change is shared, and nothing that it was given is changed. */
export type Effect = (state: ViewerState, data: Fields, entry: ViewerEntry) => ViewerState

export type Effects = { readonly [Type in EventType]?: Effect }

/** For kinds of events that change nothing that viewers show. */
export const nothing: Effect = (state) => state
