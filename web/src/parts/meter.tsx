import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'

type MeterProps = {
  name: string
  value: number
  /** Null is no limit: then there is a number and no bar. */
  limit: number | null
  /** What `value` will be at the end, at this pace. */
  guess?: number
  format: (value: number) => string
  /** A sentence in red, when it will not last. */
  warning?: ReactNode
}

const percent = (part: number): string => `${Math.min(100, Math.max(0, part * 100))}%`

/** What was used of what there is: fill, a mark for the end at this pace, and a sentence when it will not last. */
export const Meter = ({ name, value, limit, guess, format, warning }: MeterProps) => {
  const { of } = useWords()
  const part = limit === null || limit === 0 ? 0 : value / limit
  const kind = part >= 1 ? 'over' : part >= 0.8 ? 'near' : ''
  return (
    <div className={`meter ${kind}`}>
      <div className="line">
        <span>{name}</span>
        <span className="num">{limit === null ? format(value) : of(format(value), format(limit))}</span>
      </div>
      {limit !== null && (
        // biome-ignore lint/a11y/useSemanticElements: browsers let no one draw a second mark into their own meter.
        <div
          className="track"
          role="meter"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={limit}
          aria-valuenow={Math.min(value, limit)}
        >
          <i style={{ width: percent(part) }} />
          {guess !== undefined && guess <= limit && <span className="guess" style={{ left: percent(guess / limit) }} />}
        </div>
      )}
      {warning !== undefined && <p className="warn">{warning}</p>}
    </div>
  )
}
