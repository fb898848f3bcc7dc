import type { Axis } from './axis.ts'

/** What is written under the axis: a time since the run began, or how long nobody was at work. In seconds; places from 0 to 1. */
export type Label = { kind: 'time' | 'idle'; seconds: number; place: number }

const steps = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800,
]

/** Pixels between the middles of two labels. */
const room = 72

/** Round times within the stretches when somebody was at work. */
const timesOf = ({ stretches, from: start, placeOf }: Axis, pixels: number): Label[] => {
  const busy = stretches.filter(({ squeezed }) => !squeezed)
  const seconds = busy.reduce((sum, { from, to }) => sum + (to - from) / 1000, 0)
  const step = steps.find((candidate) => (seconds / candidate) * room <= pixels) ?? Math.ceil(seconds / 4)
  return busy.flatMap(({ from, to }) => {
    const first = Math.ceil((from - start) / 1000 / step)
    const count = Math.max(0, Math.floor((to - start) / 1000 / step) - first + 1)
    return Array.from({ length: count }, (_, place) => {
      const at = (first + place) * step
      return { kind: 'time' as const, seconds: at, place: placeOf(start + at * 1000) }
    })
  })
}

const idlesOf = ({ stretches }: Axis): Label[] =>
  stretches
    .filter(({ squeezed }) => squeezed)
    .map(({ from, to, place, end }) => ({ kind: 'idle' as const, seconds: (to - from) / 1000, place: (place + end) / 2 }))
    .sort((one, other) => other.seconds - one.seconds)

/**
 * The labels that an axis of so many pixels has room for. The longest idle time is said first, so that nobody takes the axis
 * for an even one; then the times; then what else there is room for.
 */
export const labelsOf = (axis: Axis, pixels: number): Label[] => {
  const [longest, ...idles] = idlesOf(axis)
  const wanted = [{ kind: 'time' as const, seconds: 0, place: 0 }, ...(longest ? [longest] : []), ...timesOf(axis, pixels), ...idles]
  const kept: Label[] = []
  for (const label of wanted) {
    const isClear = kept.every(({ place }) => Math.abs(place - label.place) * pixels >= room)
    const isInside = label.place === 0 || (1 - label.place) * pixels >= room / 2
    if (isClear && isInside) kept.push(label)
  }
  return kept
}
