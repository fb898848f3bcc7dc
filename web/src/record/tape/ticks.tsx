import { memo } from 'react'
import { clock } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import type { Axis } from './axis.ts'
import { percent } from './percent.ts'
import { ticksOf } from './ticks-of.ts'
import { tapeWords } from './words.ts'

/** The times under the line, and where idle time is drawn short. */
export const Ticks = memo(({ axis, width }: { axis: Axis; width: number }) => {
  const { idle } = useWords(tapeWords)
  const breaks = axis.stretches.filter(({ squeezed }) => squeezed)
  return (
    <div className="ticks" aria-hidden="true">
      {ticksOf(axis, width).map(({ seconds, place }) => (
        <span key={seconds} className={place === 0 ? 'first' : undefined} style={{ left: percent(place) }}>
          {clock(seconds)}
        </span>
      ))}
      {breaks.map(({ from, to, place, end }) => {
        const time = idle(clock((to - from) / 1000))
        return (
          <i key={from} style={{ left: percent(place), width: percent(end - place) }} title={time}>
            <b>{time}</b>
          </i>
        )
      })}
    </div>
  )
})
