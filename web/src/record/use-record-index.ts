import { useEffect, useMemo, useState } from 'react'
import type { Entries, RunView } from '../live/run-view.ts'
import { createRecordIndex, type RecordIndex } from './record-index.ts'
import { inSlices } from './slices.ts'

/** The index of the run that was looked at last: the timeline and the pages share it. */
let kept: { run: string; index: RecordIndex } | undefined

const indexFor = (run: string): RecordIndex => {
  if (kept?.run !== run) kept = { run, index: createRecordIndex() }
  return kept.index
}

const few = 200

/** Adds a few of the entries that are here and not yet in the index; says whether there are more. */
const addSome = (index: RecordIndex, entries: Entries): boolean => {
  const end = Math.min(entries.loaded, index.count + few)
  while (index.count < end) {
    const entry = entries.at(index.count + 1)
    if (!entry) return false
    index.add(entry)
  }
  return index.count < entries.loaded
}

/** The index of a run's record, and how many entries are in it by now: it grows as entries come. */
export const useRecordIndex = ({ run, entries }: RunView): { index: RecordIndex; count: number } => {
  const index = useMemo(() => indexFor(run), [run])
  const [count, setCount] = useState(index.count)
  useEffect(
    () =>
      inSlices(
        () => addSome(index, entries),
        () => setCount(index.count),
      ),
    [index, entries],
  )
  return { index, count: Math.min(count, index.count) }
}
