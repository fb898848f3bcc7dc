import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds now. */
export const useMedia = (query: string): boolean => {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** The entry opens under its row, not beside the list. The same widths as in record.css. */
export const narrow = '(max-width: 1180px)'
/** One column: rows of two lines, filters behind a button. */
export const phone = '(max-width: 720px)'
export const finger = '(pointer: coarse)'
