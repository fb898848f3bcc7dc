import { memo } from 'react'
import type { SearchView } from '../../../../src/core/viewer/viewer-state.ts'
import { EntryNumber } from '../../parts/entry-number.tsx'
import { Section } from '../../parts/section.tsx'
import { useWords } from '../../words/use-words.ts'
import { Nothing } from './nothing.tsx'
import { type LabWords, labWords } from './words.ts'

const shown = 5

const cameOf = ({ status, count }: SearchView, { searches }: LabWords): string => {
  const fault = Object.entries(searches.faults).find(([name]) => name === status)?.[1]
  return fault ?? searches.found(count)
}

const Search = ({ run, search }: { run: string; search: SearchView }) => {
  const words = useWords(labWords)
  return (
    <li>
      <q className="title">{search.query}</q>
      <span className="ref">
        <span>{search.source}</span>
        <span className={search.status === 'ok' ? '' : 'bad'}>{cameOf(search, words)}</span>
        <EntryNumber run={run} seq={search.seq} />
      </span>
    </li>
  )
}

/** What the lab looked for, the newest first. */
export const Searches = memo(({ run, searches }: { run: string; searches: readonly SearchView[] }) => {
  const words = useWords(labWords).searches
  const newest = searches.toReversed()
  const earlier = newest.slice(shown)
  return (
    <Section title={words.title}>
      {newest.length === 0 && <Nothing yet={words.empty} />}
      <ul className="papers">
        {newest.slice(0, shown).map((search) => (
          <Search key={search.seq} run={run} search={search} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className="more">
          <summary>{words.earlier(earlier.length)}</summary>
          <ul className="papers">
            {earlier.map((search) => (
              <Search key={search.seq} run={run} search={search} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
})
