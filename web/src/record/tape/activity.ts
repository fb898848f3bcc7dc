import type { RecordIndex } from '../record-index.ts'
import type { Axis } from './axis.ts'
import { seqAt } from './seq-at.ts'

/** Entries in each of `bins` equal parts of the axis. */
export const activityOf = (index: Pick<RecordIndex, 'count' | 'timeAt'>, axis: Axis, bins: number): number[] => {
  const before = (place: number): number => (place <= 0 ? 0 : place >= 1 ? index.count : seqAt(index, axis.timeAt(place)))
  return Array.from({ length: bins }, (_, bin) => Math.max(0, before((bin + 1) / bins) - before(bin / bins)))
}

/** The line through them, in a box of 100 by 100. Roots, so that a burst does not flatten all the rest. */
export const activityPath = (counts: readonly number[]): string => {
  const most = Math.sqrt(Math.max(1, ...counts))
  const points = counts.map((count, bin) => {
    const x = (100 * (bin + 0.5)) / counts.length
    return `${x.toFixed(2)},${(98 - (88 * Math.sqrt(count)) / most).toFixed(1)}`
  })
  return points.length === 0 ? '' : `M0,98L${points.join('L')}L100,98`
}
