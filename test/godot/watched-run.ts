import { expect } from 'vitest'
import type { StoredEvent } from '../../src/store/event-log.ts'
import { type Line, readReport, type Viewer } from './godot.ts'

export const topic = 'Does label smoothing help a small classifier?'

type Page = { events: StoredEvent[]; next: number | null }

/** The whole log of a run, by REST. */
export const eventsOf = async (base: string, run: string): Promise<StoredEvent[]> => {
  const all: StoredEvent[] = []
  for (let next: number | null = 0; next !== null; ) {
    const answer = await fetch(`${base}/v1/runs/${run}/events?after=${next}&limit=1000`)
    const page = (await answer.json()) as Page
    all.push(...page.events)
    next = page.next === null || page.events.length === 0 ? null : (page.events.at(-1)?.seq ?? null)
  }
  return all
}

export const stateOf = async (base: string, run: string): Promise<unknown> => (await fetch(`${base}/v1/runs/${run}/state`)).json()

/** Begins a rehearsal in that server, and gives its name. */
export const beginRun = async (base: string): Promise<string> => {
  const body = JSON.stringify({ topic, config: { model: 'rehearsal' } })
  const answer = await fetch(`${base}/v1/runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return ((await answer.json()) as { run: string }).run
}

/** Waits until the viewer has ended by itself, and gives what it reported. */
export const reportOf = async (viewer: Viewer, file: string): Promise<Line[]> => {
  expect(await viewer.ended, viewer.said().slice(-3000)).toBe(0)
  return readReport(file)
}

export const linesOf = <Kind extends Line['line']>(lines: readonly Line[], kind: Kind) => lines.filter(({ line }) => line === kind)

/** Where the log has each turn: its role, and the phase that it was in. */
export const turnsIn = (events: readonly StoredEvent[]) => {
  let phase = ''
  return events.flatMap(({ event }) => {
    if (event.type === 'phase-start') phase = event.phase
    return event.type === 'turn-start' ? [{ turn: event.id, role: event.role, phase }] : []
  })
}

/** By the turn, so that two lists can be compared: a figure comes when it comes. */
export const inOrder = <Item extends { turn?: string | undefined }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.turn ?? '').localeCompare(b.turn ?? ''))

/** `actual` with each number that differs from the expected one in its last digits alone put to it: Godot reads decimals that far. */
export const snapped = (actual: unknown, expected: unknown): unknown => {
  if (typeof actual === 'number' && typeof expected === 'number')
    return Math.abs(actual - expected) <= 1e-14 * Math.abs(expected) ? expected : actual
  if (Array.isArray(actual) && Array.isArray(expected)) return actual.map((inner, place) => snapped(inner, expected[place]))
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) return actual
  const other = expected as Record<string, unknown>
  return Object.fromEntries(Object.entries(actual).map(([key, inner]) => [key, snapped(inner, other[key])]))
}

/** Where each turn's figure stood, or was on the way to when the phase was over. */
export const placesIn = (lines: readonly Line[]) =>
  linesOf(lines, 'place').map(({ turn, role, room, stands, bound_for }) => ({ turn, role, phase: stands ? room : bound_for }))
/** The part of the turns whose figure had come before the phase was over. */
export const arrivedIn = (lines: readonly Line[]): number => {
  const places = linesOf(lines, 'place')
  return places.filter(({ stands }) => stands).length / places.length
}
