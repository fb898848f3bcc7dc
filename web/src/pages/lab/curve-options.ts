import uPlot from 'uplot'
import type { Formats } from '../../words/format.ts'
import { axisOf } from './axis.ts'
import { drawMarks, type Shown } from './curve-marks.ts'
import type { Curve } from './curve-points.ts'
import type { Inks } from './inks.ts'

const font = '12px "Hanken Grotesk", system-ui, sans-serif'
/** Seconds between two marks of the time axis. */
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400]

const scoreAxis = ({ points }: Curve) =>
  axisOf(
    points.map(({ score }) => score),
    4,
  ) ?? { low: 0, high: 1, ticks: [0, 0.5, 1], digits: 1 }

/** The lines as uPlot wants them: one list of times, and for each line its value at these times. */
export const curveSeries = ({ lines }: Curve): uPlot.AlignedData => {
  const times = [...new Set(lines.flatMap(({ steps, until }) => [...steps.map(({ time }) => time), until]))].sort((a, b) => a - b)
  const values = lines.map(({ steps, until }) =>
    times.map((time) => (time > until ? null : (steps.findLast((step) => step.time <= time)?.score ?? null))),
  )
  return [times, ...values]
}

/** Where the points and marks lie on the drawing, in CSS pixels from the corner of the plot. */
export const placesOn = (plot: uPlot, { points, marks }: Curve): readonly { x: number; y: number; program: string }[] => {
  const low = plot.scales.y?.min ?? 0
  const high = plot.scales.y?.max ?? 1
  return [
    ...points.map(({ time, score, program }) => ({ x: plot.valToPos(time, 'x'), y: plot.valToPos(score, 'y'), program })),
    ...marks.map(({ time, program }) => ({ x: plot.valToPos(time, 'x'), y: plot.valToPos(low + (high - low) * 0.06, 'y'), program })),
  ]
}

type CurveParts = { inks: Inks; shown: () => Shown; format: Formats; reference: (attempt: string) => string; width: number; height: number }

export const curveOptions = ({ inks, shown, format, reference, width, height }: CurveParts): uPlot.Options => {
  const axis = { stroke: inks.third, font, grid: { stroke: inks.grid, width: 1 }, ticks: { show: false }, border: { show: false } }
  const stepped = uPlot.paths.stepped?.({ align: 1 })
  const { lines } = shown().curve
  return {
    width,
    height,
    padding: [8, 20, 0, 0],
    legend: { show: false },
    cursor: { show: false, drag: { setScale: false, x: false, y: false } },
    scales: {
      x: { time: false, range: () => [0, shown().curve.end] },
      y: { range: () => [scoreAxis(shown().curve).low, scoreAxis(shown().curve).high] },
    },
    axes: [
      { ...axis, size: 30, gap: 8, space: 44, incrs: timeSteps, values: (_, ticks) => ticks.map(format.clock) },
      {
        ...axis,
        size: 36,
        gap: 4,
        splits: () => [...scoreAxis(shown().curve).ticks],
        values: (_, ticks) => ticks.map((tick) => format.fixed(tick, scoreAxis(shown().curve).digits)),
      },
    ],
    series: [
      {},
      ...lines.map((_, index): uPlot.Series => {
        const latest = index === lines.length - 1
        return {
          stroke: latest ? inks.first : inks.rule,
          width: latest ? 1.75 : 1.25,
          points: { show: false },
          ...(latest ? {} : { dash: [3, 4] }),
          ...(stepped ? { paths: stepped } : {}),
        }
      }),
    ],
    hooks: { draw: [(plot) => drawMarks(plot, { inks, shown: shown(), font, reference })] },
  }
}
