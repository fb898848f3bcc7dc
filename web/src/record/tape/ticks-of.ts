import type { Axis } from './axis.ts'

/** A time written under the axis: `seconds` since the run began. */
export type Tick = { seconds: number; place: number }

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800]

/** Pixels that a label needs, with room beside it. */
const room = 64

/** Round times along an axis of so many pixels, none so near to another, to an end or to a squeezed stretch that they touch. */
export const ticksOf = (axis: Axis, pixels: number): Tick[] => {
  const busy = axis.stretches.filter(({ squeezed }) => !squeezed)
  const seconds = busy.reduce((sum, { from, to }) => sum + (to - from) / 1000, 0)
  const step = steps.find((candidate) => (seconds / candidate) * room <= pixels) ?? Math.ceil(seconds / 4)
  if (seconds <= 0 || pixels < room || step <= 0) return [{ seconds: 0, place: 0 }]
  const ticks: Tick[] = []
  const breaks = axis.stretches.filter(({ squeezed }) => squeezed).map(({ place, end }) => (place + end) / 2)
  const free = (place: number) =>
    [...breaks, ...ticks.slice(-1).map((tick) => tick.place)].every((other) => Math.abs(place - other) * pixels >= room * 0.75)
  for (const { from, to } of busy) {
    const first = Math.ceil((from - axis.from) / 1000 / step)
    const last = Math.floor((to - axis.from) / 1000 / step)
    for (let count = first; count <= last; count += 1) {
      const place = axis.placeOf(axis.from + count * step * 1000)
      if ((1 - place) * pixels >= room / 2 && free(place)) ticks.push({ seconds: count * step, place })
    }
  }
  return ticks
}
