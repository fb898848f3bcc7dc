import { describe, expect, test } from 'vitest'
import { createFault, type Fault } from '../core/fault.ts'
import { createScripted } from './scripted.ts'
import { sleep } from './sleep.ts'
import { createRequest } from './stand-in/request.ts'
import { type Retry, withRetry } from './with-retry.ts'

const away = createFault('unreachable', 'nobody there')
const never = new AbortController().signal

const setup = (script: (string | Fault)[], { tries = 3, random = 1 } = {}) => {
  const retries: Retry[] = []
  const slept: number[] = []
  const model = withRetry(createScripted(script), {
    tries,
    baseMs: 1000,
    random: () => random,
    onRetry: (retry) => retries.push(retry),
    sleep: async (ms) => void slept.push(ms),
  })
  return { retries, slept, ask: () => model.generate(createRequest(), never, () => undefined) }
}

describe('withRetry', () => {
  test('asks again after troubles that pass, waiting twice as long each time, and reports each', async () => {
    const { ask, slept, retries } = setup([away, createFault('timeout', 'slow'), 'hello'])
    expect(await ask()).toMatchObject({ reply: { text: 'hello' } })
    expect(slept).toEqual([1000, 2000])
    expect(retries).toMatchObject([
      { model: 'scripted', turn: 'plan-formulation.1.0.0', attempt: 2, waitMs: 1000, fault: away },
      { attempt: 3, waitMs: 2000 },
    ])
  })

  test('spreads its waits from half to whole', async () => {
    const { ask, slept } = setup([away, away, 'hello'], { random: 0 })
    await ask()
    expect(slept).toEqual([500, 1000])
  })

  test('gives the last fault when no try is left', async () => {
    const { ask, slept } = setup([away, away, createFault('timeout', 'the third')])
    expect(await ask()).toMatchObject({ fault: { message: 'the third' } })
    expect(slept).toHaveLength(2)
  })

  test('waits as long as the server asks for', async () => {
    const { ask, slept } = setup([createFault('rate-limited', 'slow down', 7), 'hello'])
    await ask()
    expect(slept).toEqual([7000])
  })

  test('does not wait for a server that asks for more than a minute', async () => {
    const { ask, slept } = setup([createFault('rate-limited', 'come back tomorrow', 61), 'hello'])
    expect(await ask()).toMatchObject({ fault: { kind: 'rate-limited' } })
    expect(slept).toEqual([])
  })

  test.each(['refused', 'bad-output', 'limit', 'cancelled'] as const)('takes %s for an answer', async (kind) => {
    const { ask, slept } = setup([createFault(kind, 'no'), 'hello'])
    expect(await ask()).toMatchObject({ fault: { kind } })
    expect(slept).toEqual([])
  })

  test('a wait ends at once when the call is aborted', async () => {
    const stop = new AbortController()
    const model = withRetry(createScripted([away, 'hello']), {
      tries: 2,
      baseMs: 60_000,
      random: () => 1,
      sleep,
      onRetry: () => stop.abort(),
    })
    expect(await model.generate(createRequest(), stop.signal, () => undefined)).toMatchObject({ fault: { kind: 'cancelled' } })
  })
})
