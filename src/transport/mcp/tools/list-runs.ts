import { z } from 'zod'
import { mcpLimits } from '../limits.ts'
import { lastRuns } from '../listed.ts'
import { runSummary } from '../shapes.ts'
import { defineTool, looks } from '../tool.ts'

export const listRuns = defineTool({
  name: 'list_runs',
  title: 'List the runs',
  description: 'Lists the runs that were made last, the newest first, with how each stands.',
  input: z.object({ limit: z.int().min(1).max(mcpLimits.runs).default(20) }),
  output: z.looseObject({ runs: z.array(runSummary), total: z.int().nonnegative().describe('of all runs, listed or not') }),
  annotations: looks,
  run(control, { limit }) {
    const runs = control.runs()
    return { runs: lastRuns(runs, limit), total: runs.length }
  },
})
