import type { StoredEvent } from '../../../../../src/store/event-log.ts'
import type { RecordIndex } from '../../../record/record-index.ts'

/** A line of the list: an entry by its seq, or, below zero, the head of the stretch that begins before it: -(its first seq). */
export type Line = number

export type Search = {
  /** Entries that fit, in order. */
  readonly hits: readonly number[]
  /** The same with a head before each phase. Grows in place. */
  readonly lines: readonly Line[]
  /** Entries that were looked at, from the first one. */
  readonly looked: number
  /** Looks at a few more; says whether there are more to look at. */
  step(): boolean
}

export type SearchParts = {
  index: RecordIndex
  entryAt: (seq: number) => StoredEvent | undefined
  allows: (seq: number) => boolean
  /** Asked of those that are allowed; undefined when there is nothing to search for. */
  matches: ((entry: StoredEvent) => boolean) | undefined
  /** A search with the same filter for a part of the same words: what it did not find need not be looked at. */
  earlier: Search | undefined
}

/** With a text to be read in each, and without: both take well below a millisecond. */
const fewTexts = 25
const few = 4000

/** Looks for entries a few at a time, and goes on when more come in. */
export const createSearch = ({ index, entryAt, allows, matches, earlier }: SearchParts): Search => {
  const hits: number[] = []
  const lines: Line[] = []
  const candidates = earlier?.hits.slice() ?? []
  let candidate = 0
  let looked = 0
  let span: object | undefined
  const start = earlier?.looked ?? 0

  const look = (seq: number) => {
    const entry = matches ? entryAt(seq) : undefined
    if (!allows(seq) || (matches && !(entry && matches(entry)))) return
    const here = index.spanAt(seq)
    if (here !== span) lines.push(-seq)
    span = here
    hits.push(seq)
    lines.push(seq)
  }
  const next = (): number => {
    if (candidate < candidates.length) {
      candidate += 1
      return candidates[candidate - 1] ?? 0
    }
    looked = Math.max(looked, start) + 1
    return looked
  }
  const isMore = () => candidate < candidates.length || Math.max(looked, start) < index.count

  return {
    hits,
    lines,
    get looked() {
      return candidate < candidates.length ? (candidates[candidate - 1] ?? 0) : Math.max(looked, start)
    },
    step() {
      for (let left = matches ? fewTexts : few; left > 0 && isMore(); left -= 1) look(next())
      return isMore()
    },
  }
}

/** The line at which an entry stands, or the first one after it; the number of lines when there is none. */
export const lineOf = (lines: readonly Line[], seq: number): number => {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const line = lines[middle] ?? 0
    // A head stands before the entry that has the same number.
    if (line < 0 ? -line <= seq : line < seq) low = middle + 1
    else high = middle
  }
  return low
}
