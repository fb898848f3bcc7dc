import type { ReadonlyState } from '../core/state.ts'
import type { Cite } from './inline.ts'

/** A paper of the review, with what its source knows of it. */
export type StoredPaper = ReadonlyState['found'][string]

/** Papers that were added to the review and that a source had found: nothing else can be a reference. */
export const storedPapers = ({ found, added }: Pick<ReadonlyState, 'found' | 'added'>): Map<string, StoredPaper> =>
  new Map(Object.keys(added).flatMap((id) => (Object.hasOwn(found, id) && found[id] ? [[id, found[id]] as const] : [])))

/** Numbers the papers of a report by their first citation, as its sections are rendered in order. */
export type Citations = {
  cite: Cite
  /** Cited papers; the first has number 1. */
  cited(): StoredPaper[]
  /** Papers of the review that were cited nowhere, by id. */
  uncited(): StoredPaper[]
  /** Ids that were cited and that are no paper of the review, once for each citation. */
  unknown(): string[]
}

/** `target` is the link to the list of references, `unknownMark` what stands in place of a citation of nothing. */
export const createCitations = (papers: ReadonlyMap<string, StoredPaper>, target: string, unknownMark: string): Citations => {
  const order: string[] = []
  const unknown: string[] = []
  const one = (id: string): string => {
    if (!papers.has(id)) {
      unknown.push(id)
      return `**[${unknownMark}]**`
    }
    if (!order.includes(id)) order.push(id)
    return `[\\[${order.indexOf(id) + 1}\\]](${target})`
  }
  const listed = (ids: readonly string[]) => ids.flatMap((id) => papers.get(id) ?? [])
  return {
    cite: (ids) => ids.map(one).join(' '),
    cited: () => listed(order),
    uncited: () => listed([...papers.keys()].filter((id) => !order.includes(id)).sort()),
    unknown: () => [...unknown],
  }
}
