import type { Labels } from './labels/index.ts'
import { columnNumeral, exactly } from './numeral.ts'
import { plain, shownOnOneLine, table } from './plain.ts'
import type { Summary } from './summary.ts'

/** The name of a measure with its unit. */
export const measureName = ({ name, unit }: Summary): string => (unit ? `${name} (${unit})` : name)

const range = ({ interval }: Summary) =>
  interval ? `${columnNumeral(interval.low)} … ${columnNumeral(interval.high)}` : columnNumeral(undefined)

/** The table of results in Markdown: a row for each measure, split and arm. */
export const renderResults = (summaries: readonly Summary[], { columns }: Labels): string =>
  table(
    [columns.measure, columns.split, columns.arm, columns.n, columns.mean, columns.sd, columns.interval],
    summaries.map((row) => [
      plain(measureName(row)),
      row.split === undefined ? '–' : plain(row.split),
      row.arm === undefined ? '–' : plain(row.arm),
      String(row.values.length),
      columnNumeral(row.mean),
      columnNumeral(row.sd),
      range(row),
    ]),
  )

/** A text that a spreadsheet must not take for a formula gets a mark in front, as spreadsheets themselves write it. */
const csvText = (text = ''): string => {
  const line = shownOnOneLine(text)
  const safe = /^[\s·]*[=+\-@]/.test(line) ? `'${line}` : line
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The same table as comma-separated values (RFC 4180, line feeds), with every digit and English heads. */
export const renderResultsCsv = (summaries: readonly Summary[]): string =>
  [
    'metric,split,arm,unit,n,mean,sd,low95,high95',
    ...summaries.map(({ name, split, arm, unit, values, mean, sd, interval }) =>
      [...[name, split, arm, unit].map(csvText), ...[values.length, mean, sd, interval?.low, interval?.high].map(exactly)].join(','),
    ),
    '',
  ].join('\n')
