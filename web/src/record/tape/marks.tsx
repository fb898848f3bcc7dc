import { memo, useMemo, useRef } from 'react'
import type { MarkView } from '../../../../src/core/viewer/viewer-state.ts'
import { clock } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { firstWords } from '../beginning.ts'
import type { Axis } from './axis.ts'
import { groupMarks, type MarkGroup } from './groups.ts'
import { percent } from './percent.ts'
import { useRoving } from './use-roving.ts'
import { tapeWords } from './words.ts'

/** Pixels between two marks that do not touch. */
const apart = 13
/** Names that are read out of a group of many. */
const named = 5

type MarksProps = { marks: readonly MarkView[]; axis: Axis; width: number; seq: number; seek: (seq: number) => void }

/** The mark of a group that a press goes to: the next one after the moment shown, else the first. */
const nextIn = ({ marks }: MarkGroup, seq: number): number => (marks.find((mark) => mark.seq > seq) ?? marks[0])?.seq ?? seq

/** Moments worth finding again, each a button. One stop for the tab key; the arrows go from one to the next. */
export const Marks = memo(({ marks, axis, width, seq, seek }: MarksProps) => {
  const words = useWords(tapeWords)
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = useRoving(row)
  const groups = useMemo(() => groupMarks(marks, axis, width > 0 ? apart / width : 1), [marks, axis, width])
  const nameOf = ({ marks: all }: MarkGroup): string => {
    const names = all.slice(0, named).map(({ kind, text, at }) => {
      const time = clock((Date.parse(at) - axis.from) / 1000)
      return words.markAt(words.marksOf[kind](firstWords(text, 90)), time)
    })
    if (all.length === 1) return names.join('')
    return words.several(String(all.length), `${names.join('; ')}${all.length > named ? '; …' : ''}`)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's.
    <div className="marks" role="group" aria-label={words.marks} ref={row} onKeyDown={onKeyDown}>
      {groups.map((group, place) => {
        const name = nameOf(group)
        return (
          <button
            key={group.marks[0]?.seq}
            type="button"
            tabIndex={place === 0 ? 0 : -1}
            className={group.marks.length > 1 ? 'many' : undefined}
            style={{ left: percent(group.place) }}
            aria-label={name}
            title={name}
            onClick={() => seek(nextIn(group, seq))}
          >
            <i className={`mk ${group.kind === 'question' ? 'ask' : group.kind}`} />
          </button>
        )
      })}
    </div>
  )
})
