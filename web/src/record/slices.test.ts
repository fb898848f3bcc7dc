import { expect, test } from 'vitest'
import { inSlices } from './slices.ts'

const bench = () => {
  let [time, steps] = [0, 0]
  const waiting: (() => void)[] = []
  const said: boolean[] = []
  const later = (go: () => void) => {
    waiting.push(go)
    return () => void waiting.splice(waiting.indexOf(go), 1)
  }
  const step = () => {
    time += 2
    steps += 1
    return steps < 10
  }
  const cancel = inSlices(step, (done) => said.push(done), { now: () => time, later, budget: 6 })
  return { cancel, waiting, said, steps: () => steps, go: () => waiting.shift()?.() }
}

test('work stops at its budget, and goes on when the page had time to draw', () => {
  const { said, steps, go, waiting } = bench()
  expect(steps()).toBe(3)
  while (waiting.length > 0) go()
  expect([steps(), said]).toEqual([10, [false, false, false, true]])
})

test('work that is called off does nothing more', () => {
  const { cancel, waiting, steps } = bench()
  cancel()
  expect([waiting.length, steps()]).toEqual([0, 3])
})
