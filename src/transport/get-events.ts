import { type Command, runNamed } from './command-scope.ts'
import { pageRows } from './pages.ts'
import { encode } from './protocol.ts'

/** A stretch of the log, as the same frames that a viewer of the run would get, as many as fit the frame of the result. */
export const getEvents: Command<'events.get'> = ({ id, run: name, from, to }, scope) => {
  const { broadcast, viewer } = scope
  const run = runNamed(name, scope)
  const resultOf = (events: readonly unknown[], next: number | null) => ({ run, events, next })
  const bare = encode({ type: 'result', id, ok: true, result: resultOf([], Number.MAX_SAFE_INTEGER) }).length
  const frames: Buffer[] = []
  let room = viewer.frameOut - bare
  let next: number | null = null
  // One row more than is sent tells whether there is a next.
  for (const row of broadcast.read(run, from - 1, Math.max(0, Math.min(to - from, pageRows) + 1))) {
    const frame = broadcast.frameOf(row, viewer.frameOut - bare)
    if (frame.length > room || frames.length === pageRows) {
      next = row.seq
      break
    }
    frames.push(frame)
    room -= frame.length + 1
  }
  return {
    result: resultOf(
      frames.map((frame) => JSON.parse(frame.toString())),
      next,
    ),
  }
}
