import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { writeNotes } from '../testing/write-notes.ts'
import { follow } from './follow.ts'

test('between two pages of all that are followed, the server does something else', async () => {
  const log = createMemoryEventLog()
  log.create('r')
  writeNotes(log, 'r', 1, 200)
  let since = 0
  let most = 0
  const counting = {
    ...log,
    read: (run: string, after: number, limit?: number) => {
      const rows = log.read(run, after, limit)
      since += rows.length
      most = Math.max(most, since)
      return rows
    },
  }
  const ending = new AbortController()
  const followed = Array.from({ length: 50 }, async () => {
    const seqs: number[] = []
    for await (const { seq } of follow(counting, 'r', 0, ending.signal)) {
      seqs.push(seq)
      if (seq === 200) return seqs
    }
    return seqs
  })
  let done = false
  const all = Promise.all(followed).finally(() => {
    done = true
  })
  while (!done) {
    since = 0
    await setImmediate()
  }
  for (const seqs of await all) expect(seqs).toEqual(Array.from({ length: 200 }, (_, place) => place + 1))
  expect(most).toBeLessThanOrEqual(40)
  ending.abort()
})
