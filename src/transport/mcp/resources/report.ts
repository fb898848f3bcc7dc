import { ResourceTemplate } from '@modelcontextprotocol/server'
import { GalError } from '../../../core/error.ts'
import { completeRun } from '../complete-run.ts'
import { mcpLimits } from '../limits.ts'
import { lastRuns } from '../listed.ts'
import type { McpParts } from '../parts.ts'
import { type Resource, reading, runIn, telling } from '../resource.ts'
import { reportFile, uris } from '../uris.ts'

const mimeType = 'text/markdown'

const cutReport = (content: Buffer, run: string): string => {
  if (content.length <= mcpLimits.report) return content.toString()
  // A character that the cut goes through is left out.
  const head = new TextDecoder().decode(content.subarray(0, mcpLimits.report), { stream: true })
  return `${head}\n\n(Cut here: these are ${mcpLimits.report} of ${content.length} bytes. \`gal export ${run}\` gives the whole report.)\n`
}

const reportOf = ({ control }: McpParts, name: string): string => {
  const { run } = control.run(name)
  const file = control.artifact(run, reportFile)
  if (file) return cutReport(file.content, run)
  throw new GalError(
    'missing-file',
    `the run ${run} has no report yet`,
    'it is written at the end of the run; run_status tells how it stands',
  )
}

/** The reports of runs, as Markdown. A run that has ended has one. */
export const report: Resource = (server, parts) => {
  const { control } = parts
  const template = new ResourceTemplate('gal://runs/{run}/report', {
    list: telling(parts, () => ({
      resources: lastRuns(control.runs(), mcpLimits.runs)
        .filter(({ outcome }) => outcome !== null)
        .map(({ run, topic }) => ({ uri: uris.report(run), name: `${run}/report`, title: `Report: ${topic}`, mimeType })),
    })),
    complete: { run: telling(parts, completeRun(control)) },
  })
  const config = { title: 'Report of a run', description: 'The report of a run that has ended, as Markdown.', mimeType }
  const read = reading(mimeType, parts, (variables) => reportOf(parts, runIn(variables)))
  server.registerResource('report', template, config, read)
}
