import type { StoredEvent } from '../store/event-log.ts'

/** The log for other programs: a line of JSON for each event, {"run","seq","pos","at","event":{"type",…}} and nothing else. */
export function* exportJsonl(events: Iterable<StoredEvent>): Generator<string> {
  for (const { run, seq, pos, at, event } of events) yield `${JSON.stringify({ run, seq, pos, at, event })}\n`
}

/** The first moment that a zip archive can tell; in local time, as the format has it, so that every zone gives the same bytes. */
const firstMoment = () => new Date(1980, 0, 1)

/** Files by name as a zip archive: in order of name and with a fixed time, so that the same files give the same bytes. */
export const exportZip = async (files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> => {
  const { zipSync } = await import('fflate')
  const ordered = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(ordered), { mtime: firstMoment(), level: 6, os: 3 })
}
