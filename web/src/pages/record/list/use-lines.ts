import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react'
import type { Found } from '../find/use-search.ts'
import { finger, phone, useMedia } from '../use-media.ts'
import { type Heights, heightsFor } from './heights.ts'

/** What sticks to the top and the bottom of the window, in pixels: a line that is scrolled to must not lie under it. */
const above = 150
const below = 130

/** How far down the page the list begins. */
const useMargin = (list: RefObject<HTMLElement | null>): number => {
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setMargin(Math.round(list.current.getBoundingClientRect().top + scrollY))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [list])
  return margin
}

export type Lines = { virtual: Virtualizer<Window, HTMLLIElement>; heights: Heights; margin: number }

/** The lines that are in the window, of any number. Every height is known beforehand, but for the line that an entry is open under. */
export const useLines = (list: RefObject<HTMLElement | null>, { lines, length }: Found): Lines => {
  const isPhone = useMedia(phone)
  const isFinger = useMedia(finger)
  const margin = useMargin(list)
  const heights = useMemo(
    () =>
      heightsFor(
        isPhone ? 'phone' : isFinger ? 'finger' : 'pointer',
        Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      ),
    [isPhone, isFinger],
  )
  const virtual = useWindowVirtualizer<HTMLLIElement>({
    count: length,
    estimateSize: useCallback((place: number) => ((lines[place] ?? 0) < 0 ? heights.head : heights.entry), [lines, heights]),
    getItemKey: useCallback((place: number) => lines[place] ?? place, [lines]),
    overscan: 10,
    scrollMargin: margin,
    scrollPaddingStart: above,
    scrollPaddingEnd: below,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other heights, all lines measured anew.
  useLayoutEffect(() => virtual.measure(), [heights])
  return { virtual, heights, margin }
}
