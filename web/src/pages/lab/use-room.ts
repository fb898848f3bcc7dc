import { type RefObject, useEffect, useRef } from 'react'

/** No more room than this is kept for what is not there any more, in CSS pixels. */
const most = 480

/**
 * Keeps the room that an element took, while it is in use: what comes and goes in it does not move what lies below. A page that
 * gets another width begins anew. `live`: things come and go; afterwards the room stays as it is, so that the end moves nothing.
 */
export const useRoom = (live: boolean): RefObject<HTMLDivElement | null> => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element || !live) return
    let [tallest, width] = [0, element.offsetWidth]
    const observer = new ResizeObserver(() => {
      if (element.offsetWidth !== width) {
        width = element.offsetWidth
        tallest = 0
        element.style.minHeight = ''
      }
      const room = Math.min(most, element.offsetHeight)
      if (room <= tallest) return
      tallest = room
      element.style.minHeight = `${room}px`
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [live])
  return place
}
