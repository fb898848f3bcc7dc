import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { Player } from '../../live/run-view.ts'
import { useWords } from '../../words/use-words.ts'
import { clockOf, isShort } from './clock-of.ts'
import { percent } from './percent.ts'
import { togglePlay } from './player-keys.tsx'
import { seqAt } from './seq-at.ts'
import type { Timeline } from './use-timeline.ts'
import { tapeWords } from './words.ts'

/** A pointer this near to the right end, in pixels, means live. */
const atEnd = 3
const page = 0.05

/** The entry that a key goes to from `seq`; null is live, undefined is a key of somebody else. */
const keyTarget = (key: string, seq: number, head: number): number | null | undefined => {
  const far = Math.max(1, Math.round(head * page))
  const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -far, PageUp: far }
  if (key === 'Home') return 1
  if (key === 'End') return null
  const move = moves[key]
  if (move === undefined) return undefined
  return seq + move >= head ? null : Math.max(1, seq + move)
}

/** Seeks at most once a frame, however fast the pointer moves. */
const useSeekOncePerFrame = (seek: Player['seek']) => {
  const wanted = useRef<{ seq: number | null; frame: number } | undefined>(undefined)
  useEffect(() => () => cancelAnimationFrame(wanted.current?.frame ?? 0), [])
  return (seq: number | null) => {
    if (wanted.current) {
      wanted.current.seq = seq
      return
    }
    const frame = requestAnimationFrame(() => {
      const target = wanted.current?.seq
      wanted.current = undefined
      if (target !== undefined) seek(target)
    })
    wanted.current = { seq, frame }
  }
}

/** The moment that is shown, to be dragged to any other, with the pointer or the keys. */
export const Playhead = ({ run, index, count, axis, seq, place, seconds, speed }: Timeline & { speed: number }) => {
  const words = useWords(tapeWords)
  const { phases } = useWords()
  const seekSoon = useSeekOncePerFrame(run.player.seek)
  const dragged = useRef(false)

  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - box.left) / Math.max(1, box.width)
    const live = (1 - share) * box.width <= atEnd
    seekSoon(live || count === 0 ? null : seqAt({ count, timeAt: index.timeAt }, axis.timeAt(Math.max(0, share))))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === ' ') {
      event.preventDefault()
      event.stopPropagation()
      // A key that is held down would play and pause in turn.
      if (!event.repeat) togglePlay(run, speed)
      return
    }
    const target = keyTarget(event.key, seq, run.head.seq)
    if (target === undefined) return
    event.preventDefault()
    event.stopPropagation()
    run.player.seek(target)
  }
  const clock = clockOf(isShort(axis))
  const time = clock(seconds)
  const span = index.spanAt(Math.min(seq, count))
  const at = words.at(time, clock((axis.to - axis.from) / 1000), String(seq))
  const told = span.phase ? words.inPhase(at, phases[span.phase], String(span.attempt)) : at
  return (
    <div
      className="playhead"
      role="slider"
      tabIndex={0}
      aria-label={words.moment}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, run.head.seq)}
      aria-valuenow={Math.max(1, seq)}
      aria-valuetext={run.player.moment === null ? words.nowLive(told) : told}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        dragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={(event) => dragged.current && follow(event)}
      onPointerUp={() => {
        dragged.current = false
      }}
      onPointerCancel={() => {
        dragged.current = false
      }}
    >
      <i className="later" style={{ left: percent(place) }} />
      <i className="head" style={{ left: percent(place) }} />
      <span className="flag" style={{ left: percent(place), translate: `${(-100 * place).toFixed(2)}% 0` }} aria-hidden="true">
        {time}
      </span>
    </div>
  )
}
