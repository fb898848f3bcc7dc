import type { RunSummary } from '../lab-control.ts'
import { mcpLimits } from './limits.ts'

/** A run in a list, with the beginning of a long topic. */
const listed = (summary: RunSummary): RunSummary => {
  const { topic } = summary
  return topic.length <= mcpLimits.topicChars ? summary : { ...summary, topic: `${topic.slice(0, mcpLimits.topicChars).toWellFormed()}…` }
}

/** The runs that were made last, the newest first. */
export const lastRuns = (runs: readonly RunSummary[], most: number): RunSummary[] => runs.slice(-most).reverse().map(listed)
