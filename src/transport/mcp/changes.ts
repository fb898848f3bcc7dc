import type { EventLog } from '../../store/event-log.ts'
import { mcpLimits } from './limits.ts'
import { reportFile, uris } from './uris.ts'

/** What changed since it was last told: addresses of resources, and whether there are others than before. */
export type Change = { updated: readonly string[]; listed: boolean }

type Heads = ReadonlyMap<string, number>

const headsOf = (log: Pick<EventLog, 'runs'>): Heads => new Map(log.runs().map(({ run, head }) => [run, head]))

const changeOf = (log: Pick<EventLog, 'read'>, before: Heads, now: Heads): Change => {
  const grown = [...now].filter(([run, head]) => head > (before.get(run) ?? 0))
  const written = grown.filter(([run]) =>
    log.read(run, before.get(run) ?? 0).some(({ event }) => event.type === 'artifact-write' && event.name === reportFile),
  )
  return {
    updated: grown.length === 0 ? [] : [uris.runs, ...grown.map(([run]) => uris.events(run)), ...written.map(([run]) => uris.report(run))],
    // The report of a run is listed once it is there.
    listed: grown.some(([run]) => !before.has(run)) || written.length > 0,
  }
}

/**
 * Tells what changed while the log grows: at once after a quiet time, else once that time is over. Gives the function that ends it.
 * Nothing is told of the past.
 */
export const watchChanges = (log: Pick<EventLog, 'runs' | 'read' | 'watch'>, onChange: (change: Change) => void): (() => void) => {
  let known = headsOf(log)
  let quiet: NodeJS.Timeout | undefined
  let grew = false
  const tell = () => {
    grew = false
    quiet = setTimeout(rest, mcpLimits.quiet).unref()
    const now = headsOf(log)
    const change = changeOf(log, known, now)
    known = now
    if (change.updated.length > 0) onChange(change)
  }
  const rest = () => {
    quiet = undefined
    if (grew) tell()
  }
  const unwatch = log.watch(() => {
    grew = true
    if (!quiet) tell()
  })
  return () => {
    unwatch()
    clearTimeout(quiet)
  }
}
