import type { EntryList } from './entry-list.ts'
import { type Frames, oncePerFrame } from './frames.ts'
import { advance, type Playhead } from './playback.ts'
import type { Player } from './run-view.ts'

/** Moves the moment shown by the times of the entries themselves. `onChange` is called after each move. */
export const createPlayer = (list: EntryList, frames: Frames, onChange: () => void): { get(): Player; close(): void } => {
  let head: Playhead = { seq: 0, spare: 0 }
  let [moment, speed, before]: [number | null, number | null, number] = [null, null, 0]
  let seen: Player | undefined

  const timeOf = (seq: number): number | undefined => {
    if (seq < 1) return undefined
    const entry = list.at(seq)
    return entry && Date.parse(entry.at)
  }
  const change = (next: { moment: number | null; speed: number | null }) => {
    if (next.moment === moment && next.speed === speed) return
    ;[moment, speed] = [next.moment, next.speed]
    seen = undefined
    onChange()
  }
  const tick = oncePerFrame(frames, (at) => {
    if (speed === null) return
    // A page that was hidden gets its frames late; it goes on where it was.
    const elapsed = Math.min(250, at - before)
    before = at
    head = advance(head, elapsed * speed, timeOf)
    if (head.seq >= list.head()) return change({ moment: null, speed: null })
    change({ moment: head.seq, speed })
    tick.ask()
  })
  const begin = oncePerFrame(frames, (at) => {
    before = at
    tick.ask()
  })

  const seek = (seq: number | null) => {
    const to = seq === null ? null : Math.min(Math.max(1, Math.round(seq)), Math.max(1, list.head()))
    head = { seq: to ?? 0, spare: 0 }
    change({ moment: to, speed: to === null ? null : speed })
  }
  const play = (next: number) => {
    if (moment === null || moment >= list.head()) head = { seq: 1, spare: 0 }
    change({ moment: Math.max(1, head.seq), speed: next })
    begin.ask()
  }
  const pause = () => change({ moment, speed: null })

  return {
    get() {
      seen ??= { moment, speed, seek, play, pause }
      return seen
    },
    close() {
      tick.cancel()
      begin.cancel()
    },
  }
}
