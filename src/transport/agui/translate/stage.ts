import type { PhaseName, RoleName } from '../../../core/names.ts'
import type { BlobRef, ReadText } from '../../../core/text.ts'

/** A turn that has begun and not ended. `reply` is whole, once there is one. */
export type OpenTurn = { id: string; role: RoleName; ask: string; reply?: string }

/** What is open at one place of a log: what was begun towards the reader must be ended before its stream is. */
export type Stage = {
  run: string
  step: PhaseName | undefined
  open: Map<string, OpenTurn>
  /** Every turn that ever began: an id stands for one of them. */
  seen: Set<string>
  readText: ReadText
}

export const createStage = (run: string, readBlob: (reference: BlobRef) => string): Stage => ({
  run,
  step: undefined,
  open: new Map(),
  seen: new Set(),
  readText: (text) => (typeof text === 'string' ? text : readBlob(text)),
})
