import type { TreeRow } from './program-rows.ts'

/** The lines of the tree beside a program, and its mark: ring, disc, triangle, or a disc in a ring for the last run. */
export const Branch = ({ row: { program, depth, thru, hasChildren } }: { row: TreeRow }) => (
  <span className={depth === 0 ? 'branch root' : 'branch'} aria-hidden="true">
    {thru.map((column) => (
      <i key={column} className="thru" style={{ '--k': column } as React.CSSProperties} />
    ))}
    {hasChildren && <i className="down" />}
    <i className={`op ${program.status === 'running' ? 'running' : program.operator}`} />
  </span>
)
