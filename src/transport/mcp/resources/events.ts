import { ResourceTemplate } from '@modelcontextprotocol/server'
import { cutEntry, type SentEntry } from '../../http/sent-entry.ts'
import { completeRun } from '../complete-run.ts'
import { mcpLimits } from '../limits.ts'
import { lastRuns } from '../listed.ts'
import type { McpParts } from '../parts.ts'
import { type Resource, reading, runIn, telling } from '../resource.ts'
import { uris } from '../uris.ts'

const mimeType = 'application/json'

/** The last entries that fit, in the order of the log. */
const lastThatFit = (entries: readonly SentEntry[]): readonly SentEntry[] => {
  let bytes = 0
  const from = entries.findLastIndex((entry) => {
    bytes += Buffer.byteLength(JSON.stringify(entry))
    return bytes > mcpLimits.entryBytes
  })
  return entries.slice(from + 1)
}

const eventsOf = ({ control, log }: McpParts, name: string): string => {
  const { run, events: head } = control.run(name)
  const rows = log.read(run, Math.max(0, head - mcpLimits.entries), mcpLimits.entries)
  const events = lastThatFit(rows.map((row) => cutEntry(row, mcpLimits.entryChars)))
  const first = events[0]?.seq ?? null
  const before = first === null ? 0 : first - 1
  return JSON.stringify({ run, head, first, before, events })
}

/** The ends of logs, as JSON: `before` says how many entries come before the first one given. */
export const events: Resource = (server, parts) => {
  const { control } = parts
  const template = new ResourceTemplate('gal://runs/{run}/events', {
    list: telling(parts, () => ({
      resources: lastRuns(control.runs(), mcpLimits.runs).map(({ run, topic }) => ({
        uri: uris.events(run),
        name: `${run}/events`,
        title: `Log: ${topic}`,
        mimeType,
      })),
    })),
    complete: { run: telling(parts, completeRun(control)) },
  })
  const config = {
    title: 'End of the log of a run',
    description: `The last ${mcpLimits.entries} entries of the log of a run, as JSON. Texts of more than ${mcpLimits.entryChars} characters are cut to {chars, head}.`,
    mimeType,
  }
  const read = reading(mimeType, parts, (variables) => eventsOf(parts, runIn(variables)))
  server.registerResource('events', template, config, read)
}
