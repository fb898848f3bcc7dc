import { useCallback, useSyncExternalStore } from 'react'

/** The router tells of its own moves by these, besides what the browser tells. */
const moves = ['hashchange', 'popstate', 'pushState', 'replaceState'] as const

const subscribe = (listener: () => void) => {
  for (const move of moves) addEventListener(move, listener)
  return () => {
    for (const move of moves) removeEventListener(move, listener)
  }
}

/** The entry that an address ends in: #e1713. */
const seqIn = (hash: string): number | null => {
  const digits = /^#e(\d{1,9})$/.exec(hash)?.[1]
  const seq = digits === undefined ? 0 : Number(digits)
  return seq > 0 ? seq : null
}

const chosenNow = () => seqIn(location.hash)

/**
 * The entry that is chosen, kept in the address so that it can be sent to somebody. Choosing does not scroll by itself and adds
 * nothing to the history: the way back leads to the page before.
 */
export const useChosen = (): [number | null, (seq: number | null) => void] => {
  const chosen = useSyncExternalStore(subscribe, chosenNow)
  const choose = useCallback((seq: number | null) => {
    const address = `${location.pathname}${location.search}${seq === null ? '' : `#e${seq}`}`
    history.replaceState(history.state, '', address)
    // Where nobody patched the history, nothing would tell of it.
    dispatchEvent(new Event('replaceState'))
  }, [])
  return [chosen, choose]
}
