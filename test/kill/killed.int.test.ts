import { test } from 'vitest'
import { killedOften } from './killed-often.ts'

test('killed by SIGKILL at 9 moments, also before its first event, a run comes to the same end, and nothing is lost, doubled or left', async () => {
  await killedOften({ early: 3, later: 6 })
}, 300_000)
