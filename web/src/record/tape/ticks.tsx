import { memo } from 'react'
import { clock } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import type { Axis } from './axis.ts'
import { clockOfLabels } from './clock-of.ts'
import { percent } from './percent.ts'
import { labelsOf } from './ticks-of.ts'
import { tapeWords } from './words.ts'

/** The times under the line, and where idle time is drawn short. */
export const Ticks = memo(({ axis, width }: { axis: Axis; width: number }) => {
  const { idle } = useWords(tapeWords)
  const labels = labelsOf(axis, width)
  const told = clockOfLabels(labels)
  return (
    <div className="ticks" aria-hidden="true">
      {axis.stretches
        .filter(({ squeezed }) => squeezed)
        .map(({ from, to, place, end }) => (
          <i key={from} style={{ left: percent(place), width: percent(end - place) }} title={idle(clock((to - from) / 1000))} />
        ))}
      {labels.map(({ kind, seconds, place }) => (
        <span key={place} className={place === 0 ? 'first' : kind} style={{ left: percent(place) }}>
          {kind === 'idle' ? idle(clock(seconds)) : told(seconds)}
        </span>
      ))}
    </div>
  )
})
