import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'

/** Where a program stands in the tree, and the lines that are drawn beside it: `thru` are columns that a line only passes. */
export type TreeRow = { program: ProgramView; depth: number; thru: readonly number[]; hasChildren: boolean }

const ofTheTree = new Set<ProgramView['operator']>(['draft', 'improve', 'repair', 'confirm', 'final'])

/** Those that are candidates, one of them on fresh seeds, or the last run of the best one: data preparation runs programs too, and they have no place here. */
export const experimentsOf = (programs: readonly ProgramView[], attempt: number): readonly ProgramView[] =>
  programs.filter((program) => program.attempt === attempt && ofTheTree.has(program.operator))

/**
 * The programs depth first, each under the one that it repairs or improves, in the order in which they were started. One whose
 * parent is not there stands at the top: nothing is left out.
 */
export const treeOf = (programs: readonly ProgramView[]): readonly TreeRow[] => {
  const ids = new Set(programs.map(({ id }) => id))
  const childrenOf = Map.groupBy(programs, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null))
  const rows: TreeRow[] = []
  const walk = (program: ProgramView, depth: number, thru: readonly number[]): void => {
    const children = childrenOf.get(program.id) ?? []
    rows.push({ program, depth, thru, hasChildren: children.length > 0 })
    children.forEach((child, index) => {
      walk(child, depth + 1, index < children.length - 1 ? [...thru, depth] : thru)
    })
  }
  for (const root of childrenOf.get(null) ?? []) walk(root, 0, [])
  return rows
}

/** A program's id without the phase, which the place where it stands says already: '1.8.1'. */
export const shortId = (id: string): string => id.replace(/^[a-z-]+\./, '')
