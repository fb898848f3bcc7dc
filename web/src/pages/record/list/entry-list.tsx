import { type ReactNode, useRef } from 'react'
import type { RunView } from '../../../live/run-view.ts'
import type { RecordIndex } from '../../../record/record-index.ts'
import { clock } from '../../../words/format.ts'
import { useWords } from '../../../words/use-words.ts'
import { lineOf } from '../find/search.ts'
import type { Found } from '../find/use-search.ts'
import { recordWords } from '../words.ts'
import { PhaseLine } from './phase-line.tsx'
import { Row } from './row.tsx'
import { useFollowing } from './use-following.ts'
import { useLines } from './use-lines.ts'
import { useWantedRow, type WantedRow } from './use-row-focus.ts'

type EntryListProps = {
  run: RunView
  index: RecordIndex
  found: Found
  needle: string
  chosen: number | null
  onChoose: (seq: number) => void
  wanted: WantedRow
  /** The entry that is open under its row; nothing where it opens beside the list. */
  inline: ReactNode
}

/** Every entry that fits, in order, under the heads of its phases; the moment that the timeline shows is a line across. */
export const EntryList = ({ run, index, found, needle, chosen, onChoose, wanted, inline }: EntryListProps) => {
  const words = useWords(recordWords)
  const list = useRef<HTMLOListElement>(null)
  const { virtual, heights, margin } = useLines(list, found)
  useFollowing({ run, found, chosen, complete: !found.looking && index.count === run.entries.head, virtual })

  useWantedRow(wanted)

  const items = virtual.getVirtualItems()
  const began = Date.parse(run.head.startedAt)
  const secondsAt = (seq: number) => (index.timeAt(seq) - began) / 1000
  const { moment } = run.player
  const lastShown = moment === null ? Number.POSITIVE_INFINITY : moment
  const boundary = moment === null ? -1 : lineOf(found.lines, moment + 1) - 1
  const top = items.find(({ end }) => end > (virtual.scrollOffset ?? 0) + 110)
  const topLine = found.lines[top?.index ?? 0] ?? 0
  const hasStop = chosen !== null && items.some(({ index: place }) => found.lines[place] === chosen)
  const firstEntry = items.find(({ index: place }) => (found.lines[place] ?? 0) > 0)

  return (
    <div className="events">
      {found.length > 0 && (
        <div className="phase-now" aria-hidden="true">
          <PhaseLine span={index.spanAt(Math.abs(topLine))} onChoose={onChoose} />
        </div>
      )}
      <ol ref={list} aria-label={words.entries} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ key, index: place, start, end }) => {
          const line = found.lines[place] ?? 0
          const entry = line > 0 ? run.entries.at(line) : undefined
          const open = inline !== null && line === chosen
          return (
            <li
              key={key}
              data-index={place}
              ref={inline === null ? undefined : virtual.measureElement}
              aria-setsize={found.length}
              aria-posinset={place + 1}
              style={{ transform: `translateY(${start - margin}px)`, ...(open ? {} : { height: line < 0 ? heights.head : heights.entry }) }}
              className={`${open ? 'open' : ''} ${place === boundary ? 'at-moment' : ''}`}
            >
              {line < 0 && <PhaseLine span={index.spanAt(-line)} onChoose={onChoose} />}
              {entry && (
                <Row
                  entry={entry}
                  who={index.whoAt(line)}
                  fault={index.kindAt(line) === 'faults'}
                  seconds={secondsAt(line)}
                  chosen={line === chosen}
                  later={line > lastShown}
                  needle={needle}
                  stop={hasStop ? line === chosen : place === firstEntry?.index}
                  onChoose={onChoose}
                />
              )}
              {open && inline}
              {place === boundary && moment !== null && (
                <p className="moment" style={{ top: end - start }}>
                  <span>{words.moment(clock(secondsAt(moment)))}</span>
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
