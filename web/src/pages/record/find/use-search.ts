import { useEffect, useRef, useState } from 'react'
import type { RunView } from '../../../live/run-view.ts'
import type { RecordIndex } from '../../../record/record-index.ts'
import { sentenceWords } from '../../../record/sentence/words.ts'
import { inSlices } from '../../../record/slices.ts'
import { useWords } from '../../../words/use-words.ts'
import { allows, type Filter } from './filter.ts'
import { folded } from './folded.ts'
import { matches } from './matches.ts'
import { createSearch, type Search } from './search.ts'

export type Found = {
  hits: Search['hits']
  lines: Search['lines']
  /** How many lines there are by now: they grow in place. */
  length: number
  looking: boolean
}

type Asked = { index: RecordIndex; filter: Filter; needle: string; language: string; search: Search }

/** The entries that fit a filter and contain a text, found in slices between frames; those that come later are looked at too. */
export const useSearch = ({ entries }: RunView, index: RecordIndex, count: number, filter: Filter, text: string): Found => {
  const words = useWords(sentenceWords)
  const needle = folded(text.trim())
  const asked = useRef<Asked | undefined>(undefined)
  const [found, setFound] = useState<Found>({ hits: [], lines: [], length: 0, looking: true })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` says that the index has grown.
  useEffect(() => {
    const last = asked.current
    const same = last?.index === index && last.filter === filter && last.language === words.language ? last : undefined
    if (!same || same.needle !== needle) {
      const search = createSearch({
        index,
        entryAt: entries.at,
        allows: (seq) => allows(filter, index, seq),
        matches: needle === '' ? undefined : (entry) => matches(entry, needle, words),
        earlier: same && needle.includes(same.needle) ? same.search : undefined,
      })
      asked.current = { index, filter, needle, language: words.language, search }
    }
    const search = asked.current?.search
    if (!search) return
    return inSlices(search.step, (done) => {
      setFound({ hits: search.hits, lines: search.lines, length: search.lines.length, looking: !done })
    })
  }, [index, count, filter, needle, words, entries.at])

  return found
}
