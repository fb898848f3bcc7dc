import type { Fault } from '../core/fault.ts'
import type { Paper } from '../core/paper.ts'

/**
 * The four ways a source answers, kept apart: `ok` (also with no papers), `rate-limited`, `unavailable`, `not-found`.
 * A source never throws for what happens outside; an outage is never "there is no such paper".
 */
export type SearchAnswer = { status: 'ok'; papers: Paper[] } | { status: SourceTrouble; fault: Fault }
export type TextAnswer = { status: 'ok'; text: string } | { status: SourceTrouble; fault: Fault }
export type SourceTrouble = 'rate-limited' | 'unavailable' | 'not-found'

/** A place where papers are found. Every adapter passes the suite in source.conformance.ts. */
export type Source = {
  name: string
  /** At most `limit` papers, best first. Words are plain; the adapter writes its own query language. */
  search(query: string, limit: number, signal: AbortSignal): Promise<SearchAnswer>
  /** The paper with this id, known to this source or not. */
  find(id: string, signal: AbortSignal): Promise<SearchAnswer>
  /** The full text, or the longest text that this source can give (an abstract, then). */
  fetchText(paper: Paper, signal: AbortSignal): Promise<TextAnswer>
}
