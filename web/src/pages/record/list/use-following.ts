import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RunView } from '../../../live/run-view.ts'
import { lineOf } from '../find/search.ts'
import type { Found } from '../find/use-search.ts'

type Following = {
  run: RunView
  found: Found
  chosen: number | null
  /** Whether every entry that the log has was looked at. */
  complete: boolean
  virtual: Virtualizer<Window, HTMLLIElement>
}

/** This near to the end of the page, in pixels, somebody is reading what comes in. */
const nearEnd = 240
const nearStart = 20
const isAtEnd = () => document.documentElement.scrollHeight - innerHeight - scrollY < nearEnd

/** Whether the reader stood at the end before the last drawing. */
const useAtEnd = () => {
  const atEnd = useRef(false)
  useEffect(() => {
    const look = () => {
      atEnd.current = isAtEnd()
    }
    addEventListener('scroll', look, { passive: true })
    return () => removeEventListener('scroll', look)
  }, [])
  return atEnd
}

/**
 * Keeps what the reader looks at in the window: the entry chosen, once it is here; else the moment of the timeline as it moves;
 * else, at the end of a run that goes on, what comes in.
 */
export const useFollowing = ({ run, found, chosen, complete, virtual }: Following): void => {
  const { lines, length } = found
  const { moment } = run.player
  const shown = useRef<number | null>(null)
  const begun = useRef(false)
  const atEnd = useAtEnd()

  const hasChosen = chosen !== null && lines[lineOf(lines, chosen)] === chosen
  useLayoutEffect(() => {
    if (!hasChosen || chosen === null || shown.current === chosen) return
    // The first one, from an address, stands in the middle; the next ones move the list as little as they can.
    virtual.scrollToIndex(lineOf(lines, chosen), { align: shown.current === null && !begun.current ? 'center' : 'auto' })
    shown.current = chosen
    begun.current = true
  }, [hasChosen, chosen, lines, virtual])

  const before = useRef(moment)
  useLayoutEffect(() => {
    if (before.current === moment) return
    before.current = moment
    if (moment === null || length === 0) return
    const place = Math.max(0, lineOf(lines, moment + 1) - 1)
    const range = virtual.range
    const visible = range && place > range.startIndex + 4 && place < range.endIndex - 4
    if (!visible) virtual.scrollToIndex(place, { align: 'center' })
  }, [moment, lines, length, virtual])

  // A long run comes in page by page: the list does not run after it.
  const follows = run.head.outcome === null && complete && moment === null
  const lengthBefore = useRef(length)
  useLayoutEffect(() => {
    const grew = length > lengthBefore.current
    lengthBefore.current = length
    if (!follows || length === 0) return
    // Whoever has scrolled since the page opened reads something else.
    const opens = !begun.current && chosen === null && scrollY < nearStart
    begun.current = true
    if (opens || (grew && atEnd.current)) virtual.scrollToIndex(length - 1, { align: 'end' })
  }, [length, follows, chosen, virtual, atEnd])
}
