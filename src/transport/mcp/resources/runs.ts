import { mcpLimits } from '../limits.ts'
import { lastRuns } from '../listed.ts'
import { type Resource, reading } from '../resource.ts'
import { uris } from '../uris.ts'

const mimeType = 'application/json'

/** The runs that were made last, as JSON. */
export const runs: Resource = (server, parts) => {
  const config = {
    title: 'Runs',
    description: `The last ${mcpLimits.runs} runs, the newest first, with how each stands.`,
    mimeType,
  }
  const read = reading(mimeType, parts, () => {
    const all = parts.control.runs()
    return JSON.stringify({ runs: lastRuns(all, mcpLimits.runs), total: all.length })
  })
  server.registerResource('runs', uris.runs, config, (uri) => read(uri, {}))
}
