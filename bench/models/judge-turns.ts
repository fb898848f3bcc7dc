import { strangers } from '../../src/agents/papers-now.ts'
import { fold } from '../../src/core/events/index.ts'
import { createState, type ReadonlyState } from '../../src/core/state.ts'
import type { EventLog } from '../../src/store/event-log.ts'

/** What became of a turn: its first answer was valid, its repair was, the lab chose, or nothing was done. */
export type Judged = {
  id: string
  lab?: number
  phase: string
  ask: string
  how: 'first' | 'repaired' | 'chosen' | 'nothing'
  command?: string
  /** What was wrong with the first answer. */
  problem?: string
  /** Why what was carried out should not have been: found by other means than the lab's own check. */
  invalid?: string
  input?: number
  output?: number
}

type Object = Record<string, unknown>
const objectIn = (text: string): Object => {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Object
  } catch {
    return {}
  }
}

/** What an answer names that was not there when it was given: a paper, a section, a line, a citation. */
const inventedIn = (reply: Object, state: ReadonlyState, linesOf: (section: string) => number): string | undefined => {
  const { command, id, section, to, text } = reply
  if ((command === 'add-paper' || command === 'read-paper') && !state.found[String(id)]) return `no search found ${id}`
  if (command === 'add-paper' && state.added[String(id)]) return `${id} was in the review`
  if (command === 'edit-section' && Number(to) > linesOf(String(section))) return `${section} has no line ${to}`
  const cited = command === 'write-section' || command === 'edit-section' ? strangers(String(text), state) : []
  return cited.length ? `cites ${cited.join(', ')}` : undefined
}

/** How turns of a run came out, read off the log alone: those with these ids, or all of them. */
export const judgeTurns = (log: EventLog, run: string, ids?: ReadonlySet<string>): Judged[] => {
  const readText = (text: Parameters<EventLog['blob']>[0] | string) => (typeof text === 'string' ? text : log.blob(text))
  const state = createState()
  const judged = new Map<string, Judged>()
  const mends = new Map<string, string>()
  const replies = new Map<string, string>()
  for (const stored of log.read(run, 0)) {
    const { event } = stored
    if (event.type === 'turn-start') {
      if (event.repairs !== undefined) mends.set(event.id, event.repairs)
      if (ids ? ids.has(event.id) : event.repairs === undefined)
        judged.set(event.id, { id: event.id, phase: state.phase?.name ?? '', ask: event.ask, how: 'nothing' })
    }
    if (event.type === 'turn-reply') replies.set(event.id, readText(event.text as string))
    // What a command made is stored in front of its end: what an answer names is looked up before any of it.
    if (event.type === 'turn-reply') {
      const turn = judged.get(mends.get(event.id) ?? event.id)
      const linesOf = (section: string) => readText((state.now.report.sections[section as 'abstract'] ?? '') as string).split('\n').length
      const invalid = turn && inventedIn(objectIn(readText(event.text as string)), state, linesOf)
      if (turn && invalid) turn.invalid = invalid
      else if (turn) delete turn.invalid
    }
    if (event.type === 'turn-end') {
      const turn = judged.get(mends.get(event.id) ?? event.id)
      const repair = mends.has(event.id)
      if (turn && event.command === undefined && !repair) turn.problem = readText(event.result as string)
      if (turn && event.command !== undefined) {
        turn.how = event.fallback ? 'chosen' : repair ? 'repaired' : 'first'
        turn.command = event.command
        // What the lab chose does not stand in the answer.
        if (event.fallback) delete turn.invalid
      }
      if (turn && event.command === undefined) delete turn.invalid
    }
    fold(state, [stored])
  }
  return [...judged.values()].filter(({ id }) => replies.has(id))
}
