import { HttpAgent } from '@ag-ui/client'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { StoredEvent } from '../../src/store/event-log.ts'
import { logLeftBy, versions } from './left-behind.ts'
import { type Recorded, recorded, stretchFrom, translationAt } from './stretches.ts'
import { asStream, refusalOf } from './verified.ts'

const log = logLeftBy(versions[0] ?? '')
afterAll(() => log.close())
const longest = log.runs().reduce((a, b) => (b.head > a.head ? b : a))
const record = recorded(log, longest.run)

/** The same entries in another order, or fewer, as the log of a run. */
const renumbered = (entries: readonly StoredEvent[]): StoredEvent[] => entries.map((entry, place) => ({ ...entry, seq: place + 1 }))

const halt = ({ entries: [first] }: Recorded, seq: number): StoredEvent => {
  if (!first) throw new Error('the record is empty')
  return { ...first, seq, event: { type: 'run-halt', cause: 'pause', why: 'A person asked.' } }
}

const halted = (from: Recorded, length: number): Recorded => ({
  ...from,
  entries: [...from.entries.slice(0, length), halt(from, length + 1)],
})

const place = fc.nat().map((number) => number % record.entries.length)

describe('the client of AG-UI takes what is sent', () => {
  test('from any place of a log to any later one, at which the run is let go of', async () => {
    await fc.assert(
      fc.asyncProperty(place, place, async (one, other) => {
        const [seen, length] = [Math.min(one, other) + 1, Math.max(one, other) + 1]
        const { events, closed } = stretchFrom(halted(record, length), seen)
        expect(closed).toBe(true)
        expect(await refusalOf(events)).toBeUndefined()
      }),
      { numRuns: 40 },
    )
  })

  test('in whatever order the entries stand, and whichever are missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(1000)), fc.nat(150), async (order, seen) => {
        const keys = order.take(record.entries.length)
        const mixed = record.entries
          .map((entry) => ({ entry, key: keys.next().value ?? 0 }))
          .filter(({ key }) => key > 400)
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry)
        const entries = renumbered(mixed)
        const { events } = stretchFrom(halted({ ...record, entries }, entries.length), Math.min(seen, entries.length))
        expect(await refusalOf(events)).toBeUndefined()
      }),
      { numRuns: 20 },
    )
  })
})

test('whoever followed from the beginning holds the messages and the state that a newcomer is sent', async () => {
  const agent = new HttpAgent({ url: 'http://gal', threadId: record.run, fetch: async () => asStream(sent) })
  let sent = stretchFrom(record, 1).events
  await agent.runAgent()
  const followed = structuredClone({ messages: agent.messages, state: agent.state })
  expect(followed.messages.length).toBeGreaterThan(100)
  sent = translationAt(record, record.entries.length).begin()
  const newcomer = new HttpAgent({ url: 'http://gal', threadId: record.run, fetch: async () => asStream(sent) })
  await newcomer.runAgent()
  expect(newcomer.messages).toEqual(followed.messages)
  expect(newcomer.state).toEqual(followed.state)
})
