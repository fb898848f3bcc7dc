import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Metric, metric } from '../../../core/metric.ts'
import { renderDataset, renderProgram } from '../render.ts'
import type { AnyStudy, Settings } from '../studies/study.ts'

/** Stands in for the sandbox's helper module: writes each metric as a line of metrics.jsonl. */
const lab = `import { appendFileSync } from 'node:fs'
export const metric = (name, value, more = {}) => {
  if (!Number.isFinite(value)) throw new Error(name + ' is ' + value)
  appendFileSync('metrics.jsonl', JSON.stringify({ name, value, ...more }) + '\\n')
}
export const progress = () => undefined
`

const failure = z.object({ code: z.number(), stderr: z.string() })

/** Runs files with Node in a folder of their own: the exit code, what stderr says, and the metrics. */
export const runFiles = async (files: Readonly<Record<string, string>>): Promise<{ code: number; stderr: string; metrics: Metric[] }> => {
  const folder = await mkdtemp(join(tmpdir(), 'rehearsal-'))
  try {
    const all = { 'lab.mjs': lab, 'metrics.jsonl': '', ...files }
    await Promise.all(Object.entries(all).map(([name, text]) => writeFile(join(folder, name), text)))
    const ended = await promisify(execFile)(process.execPath, ['main.mjs'], { cwd: folder, timeout: 20_000 }).then(
      ({ stderr }) => ({ code: 0, stderr }),
      (error) => failure.parse(error),
    )
    const lines = (await readFile(join(folder, 'metrics.jsonl'), 'utf8')).split('\n').filter((line) => line !== '')
    return { code: ended.code, stderr: ended.stderr, metrics: lines.map((line) => metric.parse(JSON.parse(line))) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The metrics of a study's sound program. */
export const measure = async (study: AnyStudy, settings: Settings): Promise<Metric[]> => {
  const { code, stderr, metrics } = await runFiles({
    'main.mjs': renderProgram(study, settings, 'sound'),
    'dataset.mjs': renderDataset(study, settings),
  })
  if (code !== 0) throw new Error(`${study.name} ended with exit code ${code}: ${stderr}`)
  return metrics
}
