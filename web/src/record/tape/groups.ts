import type { MarkKind, MarkView } from '../../../../src/core/viewer/viewer-state.ts'
import type { Axis } from './axis.ts'

/** Marks that would cover one another, drawn as one: as the one that matters most. */
export type MarkGroup = { place: number; kind: MarkKind; marks: readonly MarkView[] }

/** What matters more comes first. The bands name the phases; the ends of the slider are the start and the end. */
const order = ['question', 'back', 'fault', 'best', 'halt', 'review', 'note'] as const satisfies readonly MarkKind[]
const rankOf = (kind: MarkKind): number => (order as readonly MarkKind[]).indexOf(kind)

/** @param near the share of the axis within which two marks would touch */
export const groupMarks = (marks: readonly MarkView[], axis: Axis, near: number): MarkGroup[] => {
  const groups: { place: number; kind: MarkKind; marks: MarkView[] }[] = []
  for (const mark of marks) {
    if (rankOf(mark.kind) < 0) continue
    const place = axis.placeOf(Date.parse(mark.at))
    const last = groups.at(-1)
    if (!last || place - last.place >= near) {
      groups.push({ place, kind: mark.kind, marks: [mark] })
      continue
    }
    last.marks.push(mark)
    if (rankOf(mark.kind) < rankOf(last.kind)) last.kind = mark.kind
  }
  return groups
}
