import type { StoredEvent } from '../../api/index.ts'
import type { Signal } from '../../lab/parts.ts'

/** What shows a run while it goes. */
export type View = {
  onStored(stored: StoredEvent): void
  onSignal(signal: Signal): void
  /** Something that went wrong beside the run, in one sentence. */
  onProblem(message: string): void
  /** Leaves the terminal as it was; nothing is shown after it. May be called twice. */
  close(): void
}
