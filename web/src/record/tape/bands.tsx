import { memo, useRef } from 'react'
import { phaseNames } from '../../../../src/core/names.ts'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { useWords } from '../../words/use-words.ts'
import type { Axis } from './axis.ts'
import { percent } from './percent.ts'
import { useRoving } from './use-roving.ts'
import { tapeWords } from './words.ts'

type BandsProps = { phases: ViewerState['phases']; axis: Axis; width: number; seek: (seq: number) => void }

/** Pixels that a character and what is around a name take at most. */
const wide = 6.3
const around = 9

/** The first of some names that a band has room for; none where it has room for none. */
const fitting = (names: readonly string[], pixels: number): string => names.find((name) => name.length * wide + around <= pixels) ?? ''

/** The phases along the time, each named as far as there is room: in full, by its name alone, by its number. A press goes to where it began. */
export const Bands = memo(({ phases, axis, width, seek }: BandsProps) => {
  const words = useWords()
  const { phase, numbered, phases: group } = useWords(tapeWords)
  const row = useRef<HTMLDivElement>(null)
  const onKeyDown = useRoving(row)
  const bands = phases
    .flatMap(({ name, attempts }) => attempts.map((attempt) => ({ name, ...attempt })))
    .sort((one, other) => one.startSeq - other.startSeq)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's.
    <div className="bands" role="group" aria-label={group} ref={row} onKeyDown={onKeyDown}>
      {bands.map(({ name, attempt, startSeq, startedAt, endedAt }, place) => {
        const left = axis.placeOf(Date.parse(startedAt))
        const share = Math.max(0, (endedAt === null ? 1 : axis.placeOf(Date.parse(endedAt))) - left)
        const full = phase(words.phases[name], String(attempt))
        const number = String(phaseNames.indexOf(name) + 1)
        const names = [...(attempt > 1 ? [full] : []), words.phases[name], number]
        const called = numbered(number, full)
        return (
          <div key={startSeq} className={place % 2 === 0 ? 'seg two-a' : 'seg'} style={{ left: percent(left), width: percent(share) }}>
            <button type="button" tabIndex={place === 0 ? 0 : -1} aria-label={called} title={called} onClick={() => seek(startSeq)}>
              {fitting(names, share * width)}
            </button>
          </div>
        )
      })}
    </div>
  )
})
