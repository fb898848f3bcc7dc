/** A scale with round marks; `placeOn` lays a value on it. `digits`: decimals that tell the marks apart. */
export type Axis = { low: number; high: number; ticks: readonly number[]; digits: number }

const steps = [1, 2, 2.5, 5, 10]

/** A scale that holds all values, in about `count` steps. One value gets room on both sides. None where there is no value, or they lie too far apart to subtract. */
export const axisOf = (values: readonly number[], count: number): Axis | undefined => {
  const finite = values.filter(Number.isFinite)
  if (finite.length === 0) return undefined
  const low = finite.reduce((least, value) => Math.min(least, value))
  const high = finite.reduce((most, value) => Math.max(most, value))
  const size = Math.max(Math.abs(low), Math.abs(high))
  // What differs by less than numbers can tell apart counts as one value.
  const differ = high - low > Math.max(size, 1e-6) * 1e-9
  const room = differ ? high - low : size > 1e-6 ? size / 10 : 1
  if (!Number.isFinite(room)) return undefined
  const raw = room / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = power * (steps.find((candidate) => candidate * power >= raw) ?? 10)
  const first = Math.floor((low + (differ ? 0 : -room / 2)) / step)
  const last = Math.ceil((high + (differ ? 0 : room / 2)) / step)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
  return {
    low: first * step,
    high: last * step,
    ticks,
    digits: Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - 1e-9) + extra(step))),
  }
}

/** 0.25 needs one digit more than its power of ten says. */
const extra = (step: number): number => {
  const lead = step / 10 ** Math.floor(Math.log10(step) + 1e-9)
  return Math.abs(lead - 2.5) < 1e-6 ? 1 : 0
}

/** Where a value lies on the scale, from 0 to 1. */
export const placeOn = ({ low, high }: Axis, value: number): number => Math.min(1, Math.max(0, (value - low) / (high - low)))

/** Values of which no two lie in the same of so many columns: where there are thousands, more cannot be told apart by eye. */
export const toldApart = (axis: Axis, values: readonly number[], columns: number): readonly number[] =>
  values.length <= columns
    ? values
    : [...new Map(values.map((value) => [Math.round(placeOn(axis, value) * (columns - 1)), value])).values()]
