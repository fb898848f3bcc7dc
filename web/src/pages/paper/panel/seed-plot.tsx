import type { CSSProperties } from 'react'
import { useWords } from '../../../words/use-words.ts'
import { shownValue } from '../trace/fact.ts'
import { paperWords } from '../words.ts'

type SeedPlotProps = { values: readonly number[]; mean: number; sd: number }

const at = (share: number, width?: number): CSSProperties =>
  ({ '--x': `${(100 * share).toFixed(1)}%`, ...(width === undefined ? {} : { '--w': `${(100 * width).toFixed(1)}%` }) }) as CSSProperties

/** The values of the repetitions on one line; the mean as a bar, a standard deviation to each side as a band. */
export const SeedPlot = ({ values, mean, sd }: SeedPlotProps) => {
  const { panel } = useWords(paperWords)
  const [least, most] = [Math.min(...values, mean - sd), Math.max(...values, mean + sd)]
  const room = (most - least || Math.abs(most) || 1) * 0.08
  const span = most - least + 2 * room
  const share = (value: number): number => (value - least + room) / span
  const ticks = [0.1, 0.37, 0.63, 0.9]
  return (
    <>
      <div className="seedplot" role="img" aria-label={`${panel.values}: ${values.map(shownValue).join(', ')}`}>
        <i className="band" style={at(share(mean - sd), (2 * sd) / span)} />
        <u style={at(share(mean))} />
        {values.map((value, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal values are told apart by their place alone.
          <b style={at(share(value))} key={place} />
        ))}
      </div>
      <div className="ticks" aria-hidden="true">
        {ticks.map((tick) => (
          <span style={at(tick)} key={tick}>
            {Number((least - room + tick * span).toPrecision(3))}
          </span>
        ))}
      </div>
    </>
  )
}
