import type { ProgramView } from '../../../../src/core/viewer/viewer-state.ts'
import { useFormats } from '../../words/format.ts'
import { useWords } from '../../words/use-words.ts'
import { type Axis, placeOn, toldApart } from './axis.ts'
import type { Laid } from './laid.ts'
import { armsOf, type Measure } from './measures.ts'
import { useSpreadTold } from './use-spread-told.ts'
import { labWords } from './words.ts'

type DotPlotProps = { program: ProgramView; laid: Laid; axis: Axis | undefined }

/** About as many as the axis has pixels. */
const columns = 160

const percent = (axis: Axis, value: number): string => `${placeOn(axis, value) * 100}%`

/** The arms of a program on the axis: a tick for each seed, a dot for each arm's mean. In words for who cannot see it. */
const Measured = ({ program, measure, axis }: { program: ProgramView; measure: Measure; axis: Axis }) => {
  const { programs } = useWords(labWords)
  const { number } = useFormats()
  const arms = armsOf(program, measure)
  const seeds = toldApart(
    axis,
    arms.flatMap(({ values }) => values),
    columns,
  )
  const told = arms.map(({ arm, mean, values }) => programs.arm(arm || programs.alone, number(mean, 3), values.length)).join('; ')
  return (
    <span className="axis measured" title={told}>
      {seeds.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two seeds may give the same value, and their order is the program's
        <i key={index} className="seed" style={{ left: percent(axis, value) }} />
      ))}
      {arms.map(({ arm, mean }) => (
        <i key={arm} className="mean" style={{ left: percent(axis, mean) }} />
      ))}
      <span className="visually-hidden">{told}</span>
    </span>
  )
}

/** The mean over seeds as a dot, on a line from the least to the most. */
const Spread = ({ program: { spread }, metric, axis }: { program: ProgramView; metric: string; axis: Axis }) => {
  const told = useSpreadTold(metric, spread)
  if (!spread) return <span className="axis" />
  const { least, mean, most } = spread
  return (
    <span className="axis" title={told}>
      <i className="range" style={{ left: percent(axis, least), width: `${(placeOn(axis, most) - placeOn(axis, least)) * 100}%` }} />
      <i className="mean" style={{ left: percent(axis, mean) }} />
      <span className="visually-hidden">{told}</span>
    </span>
  )
}

/** A program's place on the axis that all rows share. */
export const DotPlot = ({ program, laid, axis }: DotPlotProps) => {
  if (!axis) return <span className="axis" />
  if (laid.by === 'measure') return <Measured program={program} measure={laid.measure} axis={axis} />
  if (laid.by === 'contract') return <Spread program={program} metric={laid.contract.metric} axis={axis} />
  return (
    <span className="axis" aria-hidden="true">
      {program.score !== null && <i className="mean" style={{ left: percent(axis, program.score) }} />}
    </span>
  )
}
