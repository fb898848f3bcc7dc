import type { RecordIndex } from '../../../record/record-index.ts'

/** What is left out of the list, by group: the values that were switched off. Nothing at first, and new kinds are shown. */
export const groups = ['kind', 'who', 'phase', 'attempt'] as const
export type Group = (typeof groups)[number]
export type Filter = Readonly<Record<Group, ReadonlySet<string>>>

const nothing: ReadonlySet<string> = new Set()
export const everything: Filter = { kind: nothing, who: nothing, phase: nothing, attempt: nothing }

export const isOpen = (filter: Filter): boolean => groups.every((group) => filter[group].size === 0)

/** Switches a value of a group off, or on again. */
export const toggled = (filter: Filter, group: Group, value: string): Filter => {
  const off = new Set(filter[group])
  if (!off.delete(value)) off.add(value)
  return { ...filter, [group]: off }
}

/** Whether an entry is in the list. What lies outside of all attempts has none, and is not asked for one. */
export const allows = (filter: Filter, index: RecordIndex, seq: number): boolean => {
  const { phase, attempt } = index.spanAt(seq)
  return (
    !filter.kind.has(index.kindAt(seq)) &&
    !filter.who.has(index.whoAt(seq)) &&
    !filter.phase.has(phase ?? '') &&
    !filter.attempt.has(String(attempt))
  )
}
