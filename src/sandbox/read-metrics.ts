import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createFault, type Fault } from '../core/fault.ts'
import { type Metric, metric } from '../core/metric.ts'
import { metricsFile } from './work-folder.ts'

export const metricLimits = { lines: 20_000, bytes: 4 * 1024 * 1024 }

/** The measurements of a run; with a fault, those that come before what is wrong. */
export type Metrics = { metrics: Metric[]; fault?: Fault }

const parseLine = (line: string): { metric: Metric } | { problem: string } => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { problem: 'is not one JSON object' }
  }
  const parsed = metric.safeParse(value)
  return parsed.success ? { metric: parsed.data } : { problem: z.prettifyError(parsed.error).replaceAll(/\s*\n\s*/g, ' ') }
}

/** Reads JSON Lines of metrics, strictly: the first line that is not one is a fault 'bad-output' that names its number, from 1. */
export const parseMetrics = (text: string): Metrics => {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const metrics: Metric[] = []
  for (const [index, line] of lines.entries()) {
    if (index === metricLimits.lines)
      return { metrics, fault: createFault('limit', `${metricsFile} has ${lines.length} lines; ${metricLimits.lines} are read`) }
    const parsed = parseLine(line)
    if ('problem' in parsed) return { metrics, fault: createFault('bad-output', `${metricsFile} line ${index + 1}: ${parsed.problem}`) }
    metrics.push(parsed.metric)
  }
  return { metrics }
}

/** Reads what the helper module wrote into the folder; no file means no metrics. A folder in its place is a fault. */
export const readMetrics = async (folder: string): Promise<Metrics> => {
  const path = join(folder, metricsFile)
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!found) return { metrics: [] }
  if (!found.isFile()) return { metrics: [], fault: createFault('bad-output', `${metricsFile} is not a plain file`) }
  if (found.size > metricLimits.bytes)
    return { metrics: [], fault: createFault('limit', `${metricsFile} has ${found.size} bytes; ${metricLimits.bytes} are read`) }
  return parseMetrics(await readFile(path, 'utf8'))
}
