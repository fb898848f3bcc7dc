import type { PhaseName } from '../core/names.ts'
import type { Outcome } from '../core/outcome.ts'

/** A run in a list. Whoever makes it may add fields: they are sent as they are. */
type RunSummary = { run: string; topic: string; status: string; outcome: Outcome | null; createdAt: string }

/**
 * What viewers can do to the lab, given to the server by whoever starts it. `by` is the name that the viewer said in its
 * hello. A GalError, thrown or rejected with, is told to the viewer; anything else is a defect.
 */
export type LabControl = {
  pause(run: string, by: string): unknown
  stop(run: string, by: string): unknown
  note(run: string, by: string, text: string, phase?: PhaseName): unknown
  answer(run: string, by: string, question: string, answer: string): unknown
  /** All runs, in the order in which they were made. */
  runs(): readonly RunSummary[] | Promise<readonly RunSummary[]>
}
