import { test } from 'vitest'
import { killedOften } from './killed-often.ts'

test('the same of 24 moments, 8 of them before the first event', async () => {
  await killedOften({ early: 8, later: 16 })
}, 600_000)
