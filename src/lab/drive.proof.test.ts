import { test } from 'vitest'
import { killedAfterEvery } from './testing/killed-after-every.ts'

test('killed after any event and resumed, it ends with the same log and asks for no stored reply again', async () => {
  await killedAfterEvery(1)
}, 300_000)
