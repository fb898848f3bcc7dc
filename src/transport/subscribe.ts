import { type Command, refuse, runNamed } from './command-scope.ts'
import { snapshotFrames } from './snapshot.ts'

/**
 * Sends what the log holds after a place, and then what comes. A viewer of one run that missed more than `limits.gap` entries
 * gets a snapshot and the entries after it; its result says so. A viewer of all runs gets every entry, however many.
 */
export const subscribe: Command<'subscribe'> = ({ run: name, after, cut }, scope) => {
  const { broadcast, control, limits, viewer } = scope
  const run = name === '*' ? name : runNamed(name, scope)
  if (!broadcast.has(run, after)) return refuse('bad-after', `${run} does not reach to ${after}: subscribe with after 0`)
  const others = Object.keys(viewer.heads()).filter((other) => other !== run)
  if (others.length > 0 && [run, ...others].includes('*'))
    return refuse('followed-already', `${run} and ${others.join(', ')} would bring events twice: unsubscribe first`)
  const follow = (at: number, before: readonly Buffer[]) => {
    viewer.follow(run, at, { cut, before })
    viewer.wake()
  }
  const missedMuch = run !== '*' && broadcast.has(run, after + limits.gap + 1)
  if (!missedMuch) return { result: { run, after }, begin: () => follow(after, []) }
  const state = control.state(run)
  return { result: { run, after, snapshot: state.seq }, begin: () => follow(state.seq, snapshotFrames(state, viewer.frameOut)) }
}
