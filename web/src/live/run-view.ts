import type { ViewerState } from '../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../src/store/event-log.ts'

/** How the page stands to its server. `lost`: the last state stays, and `retryAt` (ms since 1970) says when the next try is made. */
export type Connection = {
  status: 'connecting' | 'live' | 'lost'
  since: number
  retryAt: number | null
  /** Of the last ping, in ms. */
  latency: number | null
  /** The token allows looking only. */
  readOnly: boolean
}

/**
 * The entries of the record that are here, by seq from 1. Long texts are cut to {chars, head}: `whole` fetches one entry as it
 * is stored. A run of 100,000 comes in page by page: `loaded` says how far from the start, without a gap.
 */
export type Entries = {
  /** The last seq that the log is known to have. */
  head: number
  loaded: number
  at(seq: number): StoredEvent | undefined
  whole(seq: number): Promise<StoredEvent>
  /** Changes whenever anything above does: for memo and effects. */
  version: number
}

/** Where the timeline stands, and what moves it. */
export type Player = {
  /** The seq that is shown, or null for live. */
  moment: number | null
  /** Times as fast as it was, from 0.5 to 16; null while it stands still. */
  speed: number | null
  seek(seq: number | null): void
  play(speed: number): void
  pause(): void
}

/** A run as a page shows it. The same object until something in it changes. */
export type RunView = {
  run: string
  /** At the moment shown: live, or where the timeline stands. Every page draws this one. */
  state: ViewerState
  /** Live, whatever is shown: for questions that wait, and for the end of the timeline. */
  head: ViewerState
  entries: Entries
  /** What is being said now, by turn, and printed now, by program: signals, gone once the entry is there. Empty unless live. */
  speaking: ReadonlyMap<string, string>
  printing: ReadonlyMap<string, string>
  /** Whether a living process drives the run, as far as the server knows. */
  driven: boolean
  player: Player
}
