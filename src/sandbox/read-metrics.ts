import type { Fault } from '../core/fault.ts'
import { type Metric, metric } from '../core/metric.ts'
import { type LinesFile, parseLines, readLines } from './read-lines.ts'
import { metricsFile } from './work-folder.ts'

export const metricLimits = { lines: 20_000, bytes: 4 * 1024 * 1024 }

/** The measurements of a run; with a fault, those that come before what is wrong. */
export type Metrics = { metrics: Metric[]; fault?: Fault }

/** Who measured is not for the program to say. */
const file: LinesFile<Metric> = {
  name: metricsFile,
  limits: metricLimits,
  row: metric,
  problem: (row) => ('by' in row ? 'says by whom it was measured, which no program can' : undefined),
}

/** Reads JSON Lines of metrics, strictly: the first line that is not one is a fault 'bad-output' that names its number, from 1. */
export const parseMetrics = (text: string): Metrics => {
  const { rows, ...rest } = parseLines(text, file)
  return { metrics: rows, ...rest }
}

/** Reads what the helper module wrote into the folder; no file means no metrics. A folder in its place is a fault. */
export const readMetrics = async (folder: string): Promise<Metrics> => {
  const { rows, ...rest } = await readLines(folder, file)
  return { metrics: rows, ...rest }
}
