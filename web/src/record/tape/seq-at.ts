import type { RecordIndex } from '../record-index.ts'

/** The last entry that was stored at a time or before it; the first one for an earlier time, 0 while there is none. */
export const seqAt = ({ count, timeAt }: Pick<RecordIndex, 'count' | 'timeAt'>, time: number): number => {
  let [low, high] = [Math.min(1, count), count]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (timeAt(middle) <= time) low = middle
    else high = middle - 1
  }
  return low
}
