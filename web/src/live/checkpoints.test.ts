import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ViewerState } from '../../../src/core/viewer/viewer-state.ts'
import type { StoredEvent } from '../../../src/store/event-log.ts'
import { createCheckpoints } from './checkpoints.ts'

/** States and entries of which only the numbers matter here: `spent.calls` sums the seqs, so it tells which entries were folded. */
const start = { seq: 0, spent: { calls: 0 } } as ViewerState
const entryAt = (head: number) => (seq: number) => (seq > head ? undefined : ({ seq } as StoredEvent))
const counted = () => {
  const count = { folded: 0 }
  const fold = (state: ViewerState, { seq }: StoredEvent) => {
    count.folded += 1
    return { ...state, seq, spent: { ...state.spent, calls: state.spent.calls + seq } }
  }
  return { count, fold }
}
const sumTo = (seq: number) => (seq * (seq + 1)) / 2

test('gives the state after any entry, in whatever order they are asked for', () => {
  const head = 2345
  const { fold } = counted()
  const checkpoints = createCheckpoints(start, fold, entryAt(head))
  checkpoints.extend(head, head)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: head }), { maxLength: 20 }), (seqs) => {
      for (const seq of seqs) expect(checkpoints.at(seq)).toMatchObject({ seq, spent: { calls: sumTo(seq) } })
    }),
  )
})

test('folds at most 500 entries for a moment, and one for the next', () => {
  const { fold, count } = counted()
  const checkpoints = createCheckpoints(start, fold, entryAt(10_000))
  checkpoints.extend(10_000, 10_000)
  count.folded = 0
  checkpoints.at(7999)
  expect(count.folded).toBe(499)
  checkpoints.at(8000)
  checkpoints.at(8001)
  expect(count.folded).toBeLessThanOrEqual(501)
})

test('reaches as far as it was extended, and stops before an entry that is not here', () => {
  const checkpoints = createCheckpoints(start, counted().fold, entryAt(40))
  checkpoints.extend(100, 25)
  expect(checkpoints.reach()).toBe(25)
  checkpoints.extend(100, 25)
  expect(checkpoints.reach()).toBe(40)
  expect(checkpoints.at(90).seq).toBe(40)
})
