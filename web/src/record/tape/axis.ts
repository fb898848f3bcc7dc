import type { Idle } from '../record-index.ts'

/** A stretch of time that is drawn at one scale. `squeezed`: nobody was at work, and it is drawn short. Places are shares from 0 to 1. */
type Stretch = { from: number; to: number; place: number; end: number; squeezed: boolean }

/** The time of a run along a line: what stands where. Times in ms since 1970, places from 0 to 1. */
export type Axis = {
  from: number
  to: number
  stretches: readonly Stretch[]
  placeOf(time: number): number
  timeAt(place: number): number
}

/** A squeezed stretch gets this share of the time at work, and all of them together no more than the second. */
const shareOfOne = 0.02
const shareOfAll = 0.2

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** Cuts the time from `from` to `to` at each idle time that is worth squeezing. */
const cut = (from: number, to: number, squeezed: readonly Idle[]): { from: number; to: number; squeezed: boolean }[] => {
  const ends = [...squeezed.map((idle) => idle.to), null]
  return ends.flatMap((_, index) => {
    const before = squeezed[index - 1]
    const idle = squeezed[index]
    const busy = { from: before?.to ?? from, to: idle?.from ?? to, squeezed: false }
    return idle ? [busy, { ...idle, squeezed: true }] : [busy]
  })
}

/** Idle times in order, without overlap, within the run. */
export const createAxis = (from: number, to: number, idles: readonly Idle[]): Axis => {
  const within = idles.filter((idle) => idle.from >= from && idle.to <= to && idle.to > idle.from)
  const atWork = within.reduce((left, idle) => left - (idle.to - idle.from), to - from)
  const width = atWork * Math.min(shareOfOne, shareOfAll / Math.max(1, within.length))
  const pieces = cut(
    from,
    to,
    within.filter((idle) => idle.to - idle.from > width && width > 0),
  )
  const lengthOf = (piece: (typeof pieces)[number]) => (piece.squeezed ? width : piece.to - piece.from)
  const total = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)
  let drawn = 0
  const stretches = pieces.map((piece) => {
    const place = total > 0 ? drawn / total : 0
    drawn += lengthOf(piece)
    return { ...piece, place, end: total > 0 ? drawn / total : 1 }
  })
  const last = stretches.at(-1)

  return {
    from,
    to,
    stretches,
    placeOf(time) {
      const stretch = stretches.find((candidate) => time <= candidate.to) ?? last
      if (!stretch || stretch.to === stretch.from) return stretch?.end ?? 1
      const part = clamp((time - stretch.from) / (stretch.to - stretch.from), 0, 1)
      return stretch.place + part * (stretch.end - stretch.place)
    },
    timeAt(place) {
      const stretch = stretches.find((candidate) => place <= candidate.end) ?? last
      if (!stretch || stretch.end === stretch.place) return stretch?.to ?? to
      const part = clamp((place - stretch.place) / (stretch.end - stretch.place), 0, 1)
      return stretch.from + part * (stretch.to - stretch.from)
    },
  }
}
