import { useCallback, useDeferredValue, useRef, useState } from 'react'
import type { RunView } from '../../live/run-view.ts'
import { Tape } from '../../record/tape.tsx'
import { useRecordIndex } from '../../record/use-record-index.ts'
import { useWords } from '../../words/use-words.ts'
import { Detail } from './detail/detail.tsx'
import { everything, type Filter } from './find/filter.ts'
import { Filters } from './find/filters.tsx'
import { FindRow } from './find/find-row.tsx'
import { folded } from './find/folded.ts'
import { lineOf } from './find/search.ts'
import { useSearch } from './find/use-search.ts'
import { EntryList } from './list/entry-list.tsx'
import { Coming, Empty, NothingFound } from './list/states.tsx'
import { useRowFocus } from './list/use-row-focus.ts'
import { useChosen } from './use-chosen.ts'
import { narrow, phone, useMedia } from './use-media.ts'
import { hitFrom, useRecordKeys } from './use-record-keys.ts'
import { recordWords } from './words.ts'

/** The record of a run that is here: filters, list, and the entry that is chosen. */
export const Record = ({ run }: { run: RunView }) => {
  const words = useWords(recordWords)
  const [filter, setFilter] = useState<Filter>(everything)
  const [text, setText] = useState('')
  const needle = useDeferredValue(text)
  const { index, count } = useRecordIndex(run)
  const found = useSearch(run, index, count, filter, needle)
  const [chosen, choose] = useChosen()
  const isNarrow = useMedia(narrow)
  const isPhone = useMedia(phone)
  const [showsFilters, setShowsFilters] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const { wanted, follow } = useRowFocus(chosen)

  const chooseRow = useCallback(
    (seq: number | null) => {
      follow(seq)
      choose(seq)
    },
    [choose, follow],
  )
  useRecordKeys({ found, marks: run.head.marks, chosen, choose: chooseRow, field, read: () => head.current?.focus() })
  const goToHit = (step: 1 | -1) => {
    const to = hitFrom(found.hits, chosen ?? 0, step) ?? found.hits.at(step > 0 ? 0 : -1)
    if (to !== undefined) chooseRow(to)
  }
  const showAll = () => {
    setFilter(everything)
    setText('')
  }
  const isHit = chosen !== null && found.hits[lineOf(found.hits, chosen)] === chosen
  const detail = chosen === null ? null : <Detail run={run} index={index} seq={chosen} onChoose={chooseRow} head={head} />

  return (
    <>
      <h1 className="visually-hidden">{words.title(run.run)}</h1>
      <div className="record">
        {(!isPhone || showsFilters) && (
          <aside className="filters" id="filters" aria-label={words.filters}>
            <Filters tally={index.tally} count={count} filter={filter} onFilter={setFilter} />
          </aside>
        )}
        <section className="entries" aria-label={words.entries}>
          <FindRow
            text={text}
            onText={setText}
            found={found}
            total={count}
            place={isHit ? lineOf(found.hits, chosen ?? 0) + 1 : 0}
            onNext={goToHit}
            field={field}
          >
            {isPhone && (
              <button
                type="button"
                className="button"
                aria-expanded={showsFilters}
                aria-controls="filters"
                onClick={() => setShowsFilters(!showsFilters)}
              >
                {words.filters}
              </button>
            )}
          </FindRow>
          {run.entries.head === 0 && <Empty />}
          {run.entries.head > 0 && found.hits.length === 0 && !found.looking && count > 0 && <NothingFound onClear={showAll} />}
          <EntryList
            run={run}
            index={index}
            found={found}
            needle={folded(needle.trim())}
            chosen={chosen}
            onChoose={chooseRow}
            wanted={wanted}
            inline={isNarrow && detail ? <div className="inline-detail">{detail}</div> : null}
          />
          <Coming count={run.entries.head - count} />
        </section>
        {!isNarrow && (
          <aside className="detail" aria-label={words.selected}>
            {detail ?? <p className="three">{words.choose}</p>}
          </aside>
        )}
      </div>
      <Tape run={run} />
    </>
  )
}
