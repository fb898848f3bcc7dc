import { type PhaseName, phaseNames } from '../../../src/core/names.ts'
import type { StoredEvent } from '../../../src/store/event-log.ts'
import { fieldOf, numberOf } from './beginning.ts'
import { createColumn } from './column.ts'
import { type Kind, kindOf, kinds } from './kinds.ts'
import { type Link, linksOf } from './links.ts'
import { byPeople, isRole, type Who, whos } from './whos.ts'

/** A stretch of the log: one phase in one attempt, or what lies outside of the phases (null, attempt 0). */
export type Span = { phase: PhaseName | null; attempt: number; from: number }

/** From the last entry before it to the first one after it. */
export type Idle = { from: number; to: number }

/** How many entries there are of each. `attempts` by number, `phases` with '' for what lies outside. */
export type Tally = {
  kinds: ReadonlyMap<Kind, number>
  whos: ReadonlyMap<Who, number>
  phases: ReadonlyMap<PhaseName | '', number>
  attempts: ReadonlyMap<number, number>
}

/** What the record and the timeline ask of each entry again and again, read off it once. Entries are added in order, from seq 1. */
export type RecordIndex = {
  /** Entries that are in here. */
  readonly count: number
  readonly spans: readonly Span[]
  readonly tally: Tally
  add(entry: StoredEvent): void
  kindAt(seq: number): Kind
  whoAt(seq: number): Who
  spanAt(seq: number): Span
  /** Milliseconds since 1970, UTC. */
  timeAt(seq: number): number
  /** The times when nobody was at work: the run was let go, or waited for a person. In ms since 1970. */
  readonly idles: readonly Idle[]
  /** The entries about one thing, in order. */
  seqsOf(link: Link): readonly number[]
}

const outside: Span = { phase: null, attempt: 0, from: 1 }
const isPhase = (name: unknown): name is PhaseName => (phaseNames as readonly unknown[]).includes(name)
const keyOf = ({ relation, id }: Link): string => `${relation} ${id}`

/** Entries after which somebody is at work again who was not before. */
const takesUp: ReadonlySet<string> = new Set(['run-resume', 'answer-give'])

export const createRecordIndex = (): RecordIndex => {
  const columns = {
    kind: createColumn((length) => new Uint8Array(length)),
    who: createColumn((length) => new Uint8Array(length)),
    span: createColumn((length) => new Uint16Array(length)),
    time: createColumn((length) => new Float64Array(length)),
  }
  const spans: Span[] = [outside]
  const idles: Idle[] = []
  const linked = new Map<string, number[]>()
  /** Who spoke in a turn, and whose a program is. */
  const owners = new Map<string, Who>()
  const tally = { kinds: new Map(), whos: new Map(), phases: new Map(), attempts: new Map() }
  let count = 0
  let waiting = false

  const bump = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)
  const open = (phase: PhaseName | null, attempt: number, from: number) => {
    const last = spans.at(-1)
    if (last?.from === from) spans.pop()
    spans.push({ phase, attempt, from })
  }
  const whoOf = (event: { type: string }, links: readonly Link[]): Who => {
    if (byPeople.has(event.type)) return 'person'
    const role = fieldOf(event, 'role')
    if (isRole(role)) return role
    const owner = links.find((link) => owners.has(keyOf(link)))
    return (owner && owners.get(keyOf(owner))) ?? 'lab'
  }

  return {
    get count() {
      return count
    },
    spans,
    tally,
    idles,
    add({ event, at, seq }) {
      const type: string = event.type
      const phase = fieldOf(event, 'phase')
      if (type === 'phase-start' && isPhase(phase)) open(phase, numberOf(fieldOf(event, 'attempt')), seq)
      const links = linksOf(event)
      const who = whoOf(event, links)
      const kind = kindOf(event)
      const span = spans.at(-1) ?? outside
      for (const link of links) {
        const key = keyOf(link)
        const seqs = linked.get(key)
        if (seqs) seqs.push(seq)
        else linked.set(key, [seq])
        if (who !== 'lab' && (type === 'turn-start' || type === 'program-start') && !owners.has(key)) owners.set(key, who)
      }
      columns.kind.push(kinds.indexOf(kind))
      columns.who.push(whos.indexOf(who))
      columns.span.push(spans.length - 1)
      const time = Date.parse(at)
      if (count > 0 && (type === 'run-resume' || (waiting && takesUp.has(type)))) idles.push({ from: columns.time.at(count - 1), to: time })
      if (type === 'question-ask') waiting = fieldOf(event, 'blocks') === true
      else if (takesUp.has(type)) waiting = false
      columns.time.push(time)
      bump(tally.kinds, kind)
      bump(tally.whos, who)
      bump(tally.phases, span.phase ?? '')
      if (span.attempt > 0) bump(tally.attempts, span.attempt)
      count = seq
      if (type === 'phase-end') open(null, 0, seq + 1)
    },
    kindAt: (seq) => kinds[columns.kind.at(seq - 1)] ?? 'run',
    whoAt: (seq) => whos[columns.who.at(seq - 1)] ?? 'lab',
    spanAt: (seq) => spans[columns.span.at(seq - 1)] ?? outside,
    timeAt: (seq) => columns.time.at(seq - 1),
    seqsOf: (link) => linked.get(keyOf(link)) ?? [],
  }
}
