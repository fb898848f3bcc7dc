import type { TopLevelSpec } from 'vega-lite'
import { type Axis, within } from './axis.ts'
import type { Summary } from './summary.ts'

const main = '#0072b2'
/** Colours that people with any kind of colour vision can tell apart (Okabe and Ito, Color Universal Design, 2008). */
const colours = [main, '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000', '#8c8c8c']
const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'triangle-right', 'triangle-left']
/** Most arms of a curve: each has a colour and a shape of its own. */
export const mostCurves = colours.length
/** Most rows of a plot by arm, so that it stays on a page. */
export const mostRows = 24

/** So many steps are marked on the axis themselves; more get round numbers. */
const mostMarkedSteps = 8

const config = {
  aria: false,
  background: 'white',
  font: 'sans-serif',
  axis: { labelLimit: 260, titleLimit: 420, format: '.7~g', tickCount: 6, labelOverlap: true },
  legend: { labelLimit: 260, symbolOpacity: 1 },
} as const

const scaleOf = ({ type, domain }: Axis) => ({ type, domain, nice: false, ...(type === 'linear' ? { zero: false } : {}) })

/** A row as drawn: ends of the interval that lie outside a logarithmic axis are drawn at its edge. */
const drawn = (axis: Axis, { mean, interval }: Summary) =>
  interval ? { mean, low: within(axis, interval.low), high: within(axis, interval.high) } : { mean, low: mean, high: mean }

/** One row an arm: a tick for each repetition, a dot at the mean, a bar over the interval. */
export const dotsSpec = (rows: readonly (Summary & { label: string })[], axis: Axis, title: string): TopLevelSpec => {
  const y = {
    field: 'arm',
    type: 'nominal' as const,
    title: null,
    scale: { domain: rows.map(({ label }) => label) },
    axis: { format: '', grid: true },
  }
  const x = { type: 'quantitative' as const, title, scale: scaleOf(axis) }
  const ticks = rows.flatMap(({ label, values }) => values.map((value) => ({ arm: label, value })))
  const means = rows.map((row) => ({ arm: row.label, ...drawn(axis, row) }))
  return {
    width: 420,
    height: { step: 34 },
    config,
    layer: [
      {
        data: { values: means },
        mark: { type: 'rule', strokeWidth: 2, color: main },
        encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
      },
      {
        data: { values: ticks },
        mark: { type: 'tick', size: 16, thickness: 1.5, color: '#555555', opacity: 0.7 },
        encoding: { y, x: { ...x, field: 'value' } },
      },
      {
        data: { values: means },
        mark: { type: 'point', filled: true, size: 60, opacity: 1, color: main },
        encoding: { y, x: { ...x, field: 'mean' } },
      },
    ],
  }
}

/** One line an arm over the steps: the mean of the repetitions, with a bar over its interval. */
export const curveSpec = (
  points: readonly (Summary & { label: string })[],
  axes: { step: Axis; value: Axis },
  titles: { step: string; value: string },
): TopLevelSpec => {
  const arms = [...new Set(points.map(({ label }) => label))]
  const values = points.map((point) => ({ arm: point.label, step: point.step, ...drawn(axes.value, point) }))
  const steps = [...new Set(points.flatMap(({ step }) => step ?? []))]
  const x = {
    field: 'step',
    type: 'quantitative' as const,
    title: titles.step,
    scale: scaleOf(axes.step),
    axis: steps.length <= mostMarkedSteps ? { values: steps } : {},
  }
  const y = { type: 'quantitative' as const, title: titles.value, scale: scaleOf(axes.value) }
  const arm = { field: 'arm', type: 'nominal' as const, title: null }
  const color = { ...arm, scale: { domain: arms, range: colours.slice(0, arms.length) } }
  const shape = { ...arm, scale: { domain: arms, range: shapes.slice(0, arms.length) } }
  return {
    width: 420,
    height: 240,
    config,
    data: { values },
    layer: [
      { mark: { type: 'rule', opacity: 0.5 }, encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color } },
      { mark: { type: 'line' }, encoding: { x, y: { ...y, field: 'mean' }, color } },
      { mark: { type: 'point', filled: true, size: 45, opacity: 1 }, encoding: { x, y: { ...y, field: 'mean' }, color, shape } },
    ],
  }
}
