/** Nobody wants to watch a pause: the log stands still between two entries for at most so many ms. */
export const longestPause = 2000

/** Where a timeline that plays stands: after entry `seq`, with `spare` ms of log time on the way to the next one. */
export type Playhead = { seq: number; spare: number }

/**
 * Moves a playhead on by `elapsed` ms of log time.
 * @param timeOf the time of an entry in ms since 1970; undefined where the entries that are here end
 */
export const advance = ({ seq, spare }: Playhead, elapsed: number, timeOf: (seq: number) => number | undefined): Playhead => {
  let [at, left] = [seq, spare + elapsed]
  for (;;) {
    const [now, next] = [timeOf(at), timeOf(at + 1)]
    if (next === undefined) return { seq: at, spare: 0 }
    const gap = now === undefined ? 0 : Math.min(longestPause, Math.max(0, next - now))
    if (gap > left) return { seq: at, spare: left }
    at += 1
    left -= gap
  }
}
