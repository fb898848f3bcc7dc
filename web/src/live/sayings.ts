import type { StoredEvent } from '../../../src/store/event-log.ts'

/** What is said and printed now, as the signals tell it. A new map after each change, so that pages see it. */
export type Sayings = {
  speaking: ReadonlyMap<string, string>
  printing: ReadonlyMap<string, string>
}
export const silence: Sayings = { speaking: new Map(), printing: new Map() }

/** Of a program's output the end is worth seeing, and no more than fits a page. */
const longest = 20_000

const grown = (map: ReadonlyMap<string, string>, key: unknown, text: unknown): ReadonlyMap<string, string> => {
  if (typeof key !== 'string' || typeof text !== 'string') return map
  return new Map(map).set(key, `${map.get(key) ?? ''}${text}`.slice(-longest))
}
const without = (map: ReadonlyMap<string, string>, key: unknown): ReadonlyMap<string, string> => {
  if (typeof key !== 'string' || !map.has(key)) return map
  const fewer = new Map(map)
  fewer.delete(key)
  return fewer
}

type Change = (sayings: Sayings, data: Readonly<Record<string, unknown>>) => Sayings

const signals: Readonly<Record<string, Change>> = {
  delta: (sayings, { turn, text }) => ({ ...sayings, speaking: grown(sayings.speaking, turn, text) }),
  output: (sayings, { program, text }) => ({ ...sayings, printing: grown(sayings.printing, program, text) }),
  // The model is asked once more: what it began to say does not count.
  retry: (sayings, { turn }) => ({ ...sayings, speaking: without(sayings.speaking, turn) }),
}
const ends: Readonly<Partial<Record<string, Change>>> = {
  'turn-reply': (sayings, { id }) => ({ ...sayings, speaking: without(sayings.speaking, id) }),
  'turn-end': (sayings, { id }) => ({ ...sayings, speaking: without(sayings.speaking, id) }),
  'turn-fault': (sayings, { id }) => ({ ...sayings, speaking: without(sayings.speaking, id) }),
  'program-end': (sayings, { id }) => ({ ...sayings, printing: without(sayings.printing, id) }),
  'run-halt': () => silence,
  'run-end': () => silence,
}

export const onSignal = (sayings: Sayings, key: string, data: Readonly<Record<string, unknown>>): Sayings =>
  signals[key]?.(sayings, data) ?? sayings

/** The entry is there, so what was told of it on the way is not needed any more. */
export const onEntry = (sayings: Sayings, { event }: StoredEvent): Sayings => ends[event.type]?.(sayings, event) ?? sayings
