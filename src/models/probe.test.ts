import { expect, test } from 'vitest'
import type { LadderStep } from './ladder.ts'
import { probeModel } from './probe.ts'
import { createScripted } from './scripted.ts'

const obedient = createScripted((request) =>
  JSON.stringify(
    JSON.stringify(request.schema).includes('k7-quince') ? { command: 'probe', word: 'k7-quince' } : { command: 'probe', text: 'Hello.' },
  ),
)
const seen = (held: LadderStep | undefined, grammar: boolean) =>
  probeModel(held ? { ...obedient, held: () => held } : obedient, {}, { grammar, signal: new AbortController().signal, now: () => 0 })

test.each([
  [undefined, false, 'schema'],
  [undefined, true, 'grammar'],
  ['schema', false, 'schema'],
  ['tool', false, 'tool'],
  ['prompted', false, 'prompted'],
] as const)('a model whose server came to %s is seen so', async (held, grammar, step) => {
  expect(await seen(held, grammar)).toMatchObject({ seen: { step, structured: true } })
})
