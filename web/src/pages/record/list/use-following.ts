import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RunView } from '../../../live/run-view.ts'
import { lineOf } from '../find/search.ts'
import type { Found } from '../find/use-search.ts'

type Lines = Virtualizer<Window, HTMLLIElement>
type Following = {
  run: RunView
  found: Found
  chosen: number | null
  /** Whether every entry that the log has was looked at. */
  complete: boolean
  virtual: Lines
}

/** This near to the end of the list, in pixels, somebody is reading what comes in; this near to the start, nobody has scrolled. */
const nearEnd = 240
const nearStart = 20
/** Between two moves of the list while the timeline is dragged or played, in ms: each costs the layout of a window full of rows. */
const followEvery = 80
/** Rows above and below the moment that are to be seen with it. */
const around = 4

/** The moment of the timeline stays in the window as it moves. */
const useMomentInWindow = (moment: number | null, lines: readonly number[], virtual: Lines) => {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const now = useRef({ moment, lines })
  useLayoutEffect(() => {
    now.current = { moment, lines }
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  const before = useRef(moment)
  useEffect(() => {
    if (before.current === moment) return
    before.current = moment
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      const { moment: to, lines: all } = now.current
      if (to === null || all.length === 0) return
      const place = Math.max(0, lineOf(all, to + 1) - 1)
      const { range } = virtual
      const isSeen = range && place > range.startIndex + around && place < range.endIndex - around
      if (!isSeen) virtual.scrollToIndex(place, { align: 'center' })
    }, followEvery)
  }, [moment, virtual])
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

  const hasChosen = chosen !== null && lines[lineOf(lines, chosen)] === chosen
  useLayoutEffect(() => {
    if (!hasChosen || chosen === null || shown.current === chosen) return
    // The first one, from an address, stands in the middle; the next ones move the list as little as they can.
    virtual.scrollToIndex(lineOf(lines, chosen), { align: shown.current === null && !begun.current ? 'center' : 'auto' })
    shown.current = chosen
    begun.current = true
  }, [hasChosen, chosen, lines, virtual])

  useMomentInWindow(moment, lines, virtual)

  const follows = run.head.outcome === null && moment === null
  /** Before the first look nobody stands at the end. */
  const before = useRef({ length, end: Number.POSITIVE_INFINITY })
  useLayoutEffect(() => {
    // A long run comes in page by page: the list does not run after it.
    if (!complete) return
    const { length: lengthBefore, end } = before.current
    before.current = { length, end: virtual.getTotalSize() + virtual.options.scrollMargin }
    if (!follows || length === 0) return
    // Whoever has scrolled since the page opened reads something else.
    const opens = !begun.current && chosen === null && scrollY < nearStart
    begun.current = true
    // Asked of the window itself: what the list knows of it is a frame old. What sticks to the foot covers some of it.
    const wasAtEnd = length > lengthBefore && scrollY + innerHeight - virtual.options.scrollPaddingEnd > end - nearEnd
    // A list that is seen to its end stays: to go to its last row would scroll to the foot of the page.
    const isSeen = scrollY + innerHeight - virtual.options.scrollPaddingEnd >= before.current.end
    if ((opens || wasAtEnd) && !isSeen) virtual.scrollToIndex(length - 1, { align: 'end' })
  }, [length, follows, complete, chosen, virtual])
}
