import { axisOf, linearAxis } from './axis.ts'
import { drawSvg } from './draw.ts'
import { curveSpec, dotsSpec, mostCurves, mostRows } from './figure-specs.ts'
import type { Labels } from './labels/index.ts'
import { numeral } from './numeral.ts'
import { oneLine, plain } from './plain.ts'
import { measureName } from './results-table.ts'
import type { Summary } from './summary.ts'

/** A picture of the report: its file, its bytes, and the Markdown that shows it. */
export type Figure = { file: string; svg: string; markdown: string }

type Named = Summary & { label: string }

/**
 * The axis that holds the marks of a figure and the ends of the intervals. Ends at or below zero do not forbid a logarithmic axis when
 * all marks lie above.
 */
const valueAxis = (rows: readonly Summary[], marks: readonly number[]) => {
  const all = [...marks, ...rows.flatMap(({ interval }) => (interval ? [interval.low, interval.high] : []))]
  const marked = axisOf(marks)
  return marked?.type === 'log' ? axisOf(all.filter((value) => value > marked.domain[0] / 10)) : linearAxis(all)
}

const named = (rows: readonly Summary[], { allRuns }: Labels): Named[] =>
  rows.map((row) => ({ ...row, label: oneLine(row.arm ?? allRuns) }))

const firstArms = (rows: readonly Named[], most: number) => {
  const arms = [...new Set(rows.map(({ label }) => label))]
  const shown = new Set(arms.slice(0, most))
  return { rows: rows.filter(({ label }) => shown.has(label)), shown: shown.size, all: arms.length }
}

const titleOf = (row: Summary) => oneLine([measureName(row), row.split].filter(Boolean).join(', '))

const show = (file: string, alt: string, sentences: readonly (string | false)[]) =>
  `![${plain(alt)}](${file})\n\n${sentences.filter(Boolean).join(' ')}`

/** The primary measure by arm; undefined when there is none, null when no axis can show it. */
export const drawDots = async (primary: readonly Summary[], label: string, labels: Labels): Promise<Figure | null | undefined> => {
  const { rows, shown, all } = firstArms(named(primary, labels), mostRows)
  const [first] = rows
  if (!first) return undefined
  const axis = valueAxis(
    rows,
    rows.flatMap(({ values }) => values),
  )
  if (!axis) return null
  const title = titleOf(first)
  const alt = `${label}: ${title}. ${rows.map((row) => `${row.label}: ${numeral(row.mean)}`).join('; ')}`
  const file = 'figures/arms.svg'
  const markdown = show(file, alt, [
    labels.figureDots(label, plain(title), shown),
    axis.type === 'log' && labels.logarithmic,
    all > shown && labels.shortened(shown, all),
  ])
  return { file, svg: await drawSvg(dotsSpec(rows, axis, title), alt), markdown }
}

/** The last point of each line, in words. */
const ends = (rows: readonly Named[]) => {
  const last = new Map(rows.map((row) => [row.label, row]))
  return [...last.values()].map(({ label, step, mean }) => `${label}: ${numeral(mean)} (${numeral(step)})`).join('; ')
}

/** The titles of a curve's axes: 'loss-by-epoch' is a loss, along epochs. */
const axisTitles = (row: Summary, { step }: Labels) => {
  const { name = row.name, along = step } = /^(?<name>.+)-by-(?<along>[\p{L}\p{N}_]+)$/u.exec(row.name)?.groups ?? {}
  return { step: oneLine(along), value: titleOf({ ...row, name }) }
}

/** The curve over the steps; undefined when none was measured, null when no axis can show it. */
export const drawCurve = async (curve: readonly Summary[], label: string, labels: Labels): Promise<Figure | null | undefined> => {
  const { rows, shown, all } = firstArms(named(curve, labels), mostCurves)
  const [first] = rows
  if (!first) return undefined
  const value = valueAxis(
    rows,
    rows.map(({ mean }) => mean),
  )
  const step = linearAxis(rows.flatMap((row) => row.step ?? []))
  if (!value || !step) return null
  const title = titleOf(first)
  const alt = `${label}: ${title}. ${ends(rows)}`
  const file = 'figures/curve.svg'
  const markdown = show(file, alt, [
    labels.figureCurve(label, plain(title)),
    value.type === 'log' && labels.logarithmic,
    all > shown && labels.shortened(shown, all),
  ])
  return { file, svg: await drawSvg(curveSpec(rows, { step, value }, axisTitles(first, labels)), alt), markdown }
}
