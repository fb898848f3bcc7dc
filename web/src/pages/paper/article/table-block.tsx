import { useId } from 'react'
import { useWords } from '../../../words/use-words.ts'
import { type Block, type Inline, plainText } from '../text/text-tree.ts'
import { paperWords } from '../words.ts'
import { Inlines } from './inlines.tsx'
import { Scrolled } from './scrolled.tsx'

type Table = Extract<Block, { kind: 'table' }>
type Cell = readonly Inline[]

const numeric = /^[\s\d.,…%–−+/×-]*$/
/** Columns of numbers are read from the right. */
const isNumeric = ({ rows, align }: Table, column: number): boolean =>
  align[column] === 'right' || (column > 0 && rows.length > 0 && rows.every((row) => numeric.test(plainText(row[column] ?? []))))

const Grid = ({ table, captionId }: { table: Table; captionId: string | undefined }) => {
  const { tableOf } = useWords(paperWords)
  const right = table.head.map((_, column) => (isNumeric(table, column) ? 'r' : undefined))
  return (
    <Scrolled className="table-scroll" label={tableOf}>
      <table aria-labelledby={captionId}>
        <thead>
          <tr>
            {table.head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place.
              <th scope="col" className={right[column]} key={column}>
                <Inlines of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place.
            <TableRow key={place} row={row} right={right} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

/** A table of the report; the first cell of a row heads it. Where it is too wide it scrolls, and its caption stays. */
export const TableBlock = ({ table, caption }: { table: Table; caption?: Cell | undefined }) => {
  const id = useId()
  if (!caption) return <Grid table={table} captionId={undefined} />
  return (
    <figure className="tabled">
      <figcaption id={id}>
        <Inlines of={caption} />
      </figcaption>
      <Grid table={table} captionId={id} />
    </figure>
  )
}

const TableRow = ({ row, right }: { row: readonly Cell[]; right: readonly (string | undefined)[] }) => (
  <tr>
    {row.map((cell, column) =>
      column === 0 ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place.
        <th scope="row" key={column}>
          <Inlines of={cell} />
        </th>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place.
        <td className={right[column]} key={column}>
          <Inlines of={cell} />
        </td>
      ),
    )}
  </tr>
)
