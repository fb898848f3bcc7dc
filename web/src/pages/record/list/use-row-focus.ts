import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'

/** The entry whose row is to have the focus as soon as it is drawn. */
export type WantedRow = RefObject<number | null>

/** Whether the focus may go along with the choice: it is in the list, in the entry that is open, or nowhere. */
const isFree = (holder: Element | null): boolean =>
  holder === null || holder === document.body || holder.id === 'main' || holder.closest('.events, .detail') !== null

/** Lets the focus go along with the entry that is chosen; when one is closed, back to its row. */
export const useRowFocus = (chosen: number | null): { wanted: WantedRow; follow: (seq: number | null) => void } => {
  const wanted = useRef<number | null>(null)
  const before = useRef(chosen)
  useLayoutEffect(() => {
    before.current = chosen
  }, [chosen])
  const follow = useCallback((seq: number | null) => {
    wanted.current = isFree(document.activeElement) ? (seq ?? before.current) : null
  }, [])
  return { wanted, follow }
}

/** Gives the row its focus after any drawing of the list: it may have had to scroll there first. */
export const useWantedRow = (wanted: WantedRow): void =>
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const row = document.querySelector<HTMLElement>(`.events a[data-seq="${wanted.current}"]`)
    if (!row) return
    row.focus({ preventScroll: true })
    wanted.current = null
  })
