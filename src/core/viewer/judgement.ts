import type { Fields, ViewerEntry } from './entry.ts'
import { idIn, numberIn, numberOrNull } from './fields.ts'
import type { JudgementView } from './viewer-state.ts'

/** How a program was held against the best before it. */
export const judgementIn = (data: Fields, { seq }: ViewerEntry): JudgementView => ({
  seq,
  accepted: data.accepted === true,
  against: idIn(data.best) ?? null,
  p: numberOrNull(data.p),
  difference: numberOrNull(data.difference),
  pairs: numberIn(data.pairs),
  level: numberOrNull(data.level),
})
