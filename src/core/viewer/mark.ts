import type { ViewerEntry } from './entry.ts'
import { headIn } from './fields.ts'
import { appended } from './list.ts'
import type { MarkKind, ViewerState } from './viewer-state.ts'

/** Puts a moment on the timeline. `text` is cut like every other text. */
export const marked = (state: ViewerState, { seq, at }: ViewerEntry, kind: MarkKind, text: unknown): ViewerState => ({
  ...state,
  marks: appended(state.marks, { seq, at, kind, text: headIn(text) }),
})
