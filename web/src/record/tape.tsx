import './tape.css'
import { useId, useRef } from 'react'
import type { RunView } from '../live/run-view.ts'
import { clock } from '../words/format.ts'
import { useWords } from '../words/use-words.ts'
import { Bands } from './tape/bands.tsx'
import { ActivityLine } from './tape/line.tsx'
import { Marks } from './tape/marks.tsx'
import { PlayerEnd, PlayerKeys, useSpeed } from './tape/player-keys.tsx'
import { Playhead } from './tape/playhead.tsx'
import { Ticks } from './tape/ticks.tsx'
import { useTapeKeys } from './tape/use-tape-keys.ts'
import { useTimeline } from './tape/use-timeline.ts'
import { useWidth } from './tape/use-width.ts'
import { tapeWords } from './tape/words.ts'

/**
 * The whole run as one drawn line, at the foot of a page: phases, how much was going on, marks, and a playhead that can be
 * dragged or played to any moment. Everything that shows `run.state` follows.
 */
export const Tape = ({ run }: { run: RunView }) => {
  const words = useWords(tapeWords)
  const timeline = useTimeline(run)
  const [speed, setSpeed] = useSpeed(run)
  useTapeKeys()
  const roll = useRef<HTMLDivElement>(null)
  const width = useWidth(roll)
  const told = useId()
  const { axis, index, count, seq } = timeline
  const idles = axis.stretches.filter(({ squeezed }) => squeezed).map(({ from, to }) => clock((to - from) / 1000))
  return (
    <section className="tape no-print" aria-label={words.name}>
      <PlayerKeys run={run} seq={seq} speed={speed} />
      <div className="roll" ref={roll} aria-describedby={told}>
        <Bands phases={run.head.phases} axis={axis} width={width} seek={run.player.seek} />
        <ActivityLine index={index} count={count} axis={axis} width={width} />
        <Playhead {...timeline} speed={speed} />
        <Marks marks={run.head.marks} axis={axis} width={width} seq={seq} seek={run.player.seek} />
        <Ticks axis={axis} width={width} />
        <p id={told} className="visually-hidden">
          {idles.length > 0 ? words.squeezed(idles.join(', ')) : ''}
        </p>
      </div>
      <PlayerEnd run={run} speed={speed} onSpeed={setSpeed} />
    </section>
  )
}
