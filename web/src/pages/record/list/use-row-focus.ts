import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * Lets the focus go along with the entry that is chosen, when it was in the list or nowhere: its row may not be drawn before
 * the list has moved there.
 */
export const useRowFocus = (chosen: number | null): ((seq: number | null) => void) => {
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const row = document.querySelector<HTMLElement>(`.events a[data-seq="${wanted.current}"]`)
    if (!row) return
    row.focus({ preventScroll: true })
    wanted.current = null
  })
  const before = useRef(chosen)
  before.current = chosen
  return useCallback((seq: number | null) => {
    const holder = document.activeElement
    const free = holder === null || holder === document.body || holder.closest('.events, .detail') !== null
    // Closing an entry gives the focus back to its row.
    wanted.current = free ? (seq ?? before.current) : null
  }, [])
}
