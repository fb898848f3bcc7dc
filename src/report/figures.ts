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

/** Everything that an axis has to hold: what was measured, and the ends of the intervals. */
const extent = (rows: readonly Summary[]): number[] =>
  rows.flatMap(({ values, interval }) => [...values, ...(interval ? [interval.low, interval.high] : [])])

/** Ends of intervals at or below zero do not forbid a logarithmic axis when all that was measured lies above. */
const valueAxis = (rows: readonly Summary[]) => {
  const measured = axisOf(rows.flatMap(({ values }) => values))
  return measured?.type === 'log' ? axisOf(extent(rows).filter((value) => value > measured.domain[0] / 10)) : linearAxis(extent(rows))
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
  const axis = valueAxis(rows)
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

/** The curve over the steps; undefined when none was measured, null when no axis can show it. */
export const drawCurve = async (curve: readonly Summary[], label: string, labels: Labels): Promise<Figure | null | undefined> => {
  const { rows, shown, all } = firstArms(named(curve, labels), mostCurves)
  const [first] = rows
  if (!first) return undefined
  const value = valueAxis(rows)
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
  return { file, svg: await drawSvg(curveSpec(rows, { step, value }, { step: labels.step, value: title }), alt), markdown }
}
