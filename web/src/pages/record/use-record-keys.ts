import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { MarkView } from '../../../../src/core/viewer/viewer-state.ts'
import { type KeyGroup, useKeys } from '../../parts/keys.ts'
import { useWords } from '../../words/use-words.ts'
import { lineOf } from './find/search.ts'
import type { Found } from './find/use-search.ts'
import { recordWords } from './words.ts'

type RecordKeys = {
  found: Found
  marks: readonly MarkView[]
  chosen: number | null
  choose: (seq: number | null) => void
  field: RefObject<HTMLInputElement | null>
  /** Moves the focus into the entry that is chosen. */
  read: () => void
}

/** The hit that lies so many steps from an entry, whether or not that entry is a hit itself. */
export const hitFrom = (hits: readonly number[], seq: number, step: 1 | -1): number | undefined => {
  const at = lineOf(hits, step > 0 ? seq + 1 : seq)
  return step > 0 ? hits[at] : hits[at - 1]
}

/** Keys that scroll a page or move in a group belong to the list only while nothing else wants them. */
const isFree = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLElement) || target === document.body || target.id === 'main' || target.closest('.events') !== null

/** The first row below what sticks to the top of the window. */
const firstInWindow = (): number | undefined => {
  const rows = [...document.querySelectorAll<HTMLElement>('.events a[data-seq]')]
  const seq = rows.find((row) => row.getBoundingClientRect().top > 130)?.dataset.seq
  return seq === undefined ? undefined : Number(seq)
}

/** j and k, n and p, / and Escape, and the keys that move in any list: arrows, Home and End, Enter. */
export const useRecordKeys = (keys: RecordKeys): void => {
  const { keys: words } = useWords(recordWords)
  const now = useRef(keys)
  /** The one that was chosen last, also after it was closed. */
  const last = useRef<number | undefined>(undefined)
  useEffect(() => {
    now.current = keys
    last.current = keys.chosen ?? last.current
  })

  const press = useMemo(() => {
    const go = (step: 1 | -1) => {
      const { found, chosen, choose } = now.current
      const to = chosen === null ? (last.current ?? firstInWindow()) : hitFrom(found.hits, chosen, step)
      if (to !== undefined) choose(to)
    }
    const goMark = (step: 1 | -1) => {
      const { marks, chosen, choose } = now.current
      const from = chosen ?? last.current ?? firstInWindow() ?? 0
      const to = hitFrom([...new Set(marks.map(({ seq }) => seq))], from, step)
      if (to !== undefined) choose(to)
    }
    const goEnd = (place: 0 | -1) => {
      const to = now.current.found.hits.at(place)
      if (to !== undefined) now.current.choose(to)
    }
    return {
      next: () => go(1),
      previous: () => go(-1),
      first: () => goEnd(0),
      last: () => goEnd(-1),
      nextMark: () => goMark(1),
      previousMark: () => goMark(-1),
      search: () => now.current.field.current?.focus(),
      read: () => now.current.read(),
      close: () => now.current.choose(null),
    }
  }, [])

  const group = useMemo<KeyGroup>(
    () => ({
      title: words.title,
      keys: [
        { keys: 'j', says: words.next, press: press.next },
        { keys: 'k', says: words.previous, press: press.previous },
        { keys: '/', says: words.search, press: press.search },
        { keys: 'n', says: words.nextMark, press: press.nextMark },
        { keys: 'p', says: words.previousMark, press: press.previousMark },
        { keys: 'Escape', says: words.close, press: press.close },
      ],
    }),
    [words, press],
  )
  useKeys(group)

  useEffect(() => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: press.next,
      ArrowUp: press.previous,
      Home: press.first,
      End: press.last,
      Enter: press.read,
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !isFree(event.target)) return
      const chosen = now.current.chosen
      // On another row Enter chooses that row, as on any link.
      const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('a') : null
      if (event.key === 'Enter' && (chosen === null || (row && row.dataset.seq !== String(chosen)))) return
      const move = moves[event.key]
      if (!move || document.querySelector('dialog[open]')) return
      event.preventDefault()
      move()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [press])
}
