import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFault, type Fault } from '../core/fault.ts'
import type { Model } from './model.ts'
import { createScripted } from './scripted.ts'
import { createServers, nextByWeight, type Server } from './servers.ts'
import { modelsSettings } from './settings.ts'
import { createRequest } from './stand-in/request.ts'
import type { Retry } from './with-retry.ts'
import { type Placed, withServers } from './with-servers.ts'

const never = new AbortController().signal
const away = createFault('unreachable', 'nobody there')

type Plan = {
  weight?: number
  order?: number
  concurrency?: number
  script?: (string | Fault)[] | ((asked: number) => string | Fault | Promise<string>)
}

/** Servers a, b, c … that answer their own name, or what their script says; who was asked, in order, and a clock to turn. */
const setup = (plans: Plan[]) => {
  const address = (place: number) => `http://${'abcd'[place]}`
  const list = plans.map(({ script: _script, ...plan }, place) => ({ 'base-url': address(place), ...plan }))
  const servers = createServers(modelsSettings.parse({ servers: { openai: list } })).get('openai') ?? []
  const asked: string[] = []
  const clock = { now: 1000 }
  const retries: Retry[] = []
  const placed: Placed[] = servers.map((server, place) => {
    const { script } = plans[place] ?? {}
    let count = 0
    const model = createScripted(() => {
      asked.push(server.address.slice(-1))
      count += 1
      if (typeof script === 'function') return script(count)
      return script?.[count - 1] ?? server.address
    })
    return { server, model }
  })
  const model = withServers('m', placed, { now: () => clock.now, onRetry: (retry) => retries.push(retry) })
  return { model, asked, clock, retries, servers }
}

const ask = (model: Model, conversation = 'postdoc', signal = never) =>
  model.generate(createRequest({ role: conversation }), signal, () => undefined)
const each = async (model: Model, count: number) => {
  for (let place = 0; place < count; place++) await ask(model, `role ${place}`)
}

describe('a model on several servers', () => {
  test('spreads conversations by weight, evenly', async () => {
    const { model, asked } = setup([{ weight: 3 }, { weight: 1 }])
    await each(model, 8)
    expect(asked.join('')).toBe('aabaaaba')
  })

  test('whatever the weights, each gets its share of any run of requests, to within one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        (weights, count) => {
          const items = setup(weights.map((weight) => ({ weight }))).servers.map((server) => ({ server }))
          const given = Array.from({ length: count }, () => nextByWeight(items)?.server as Server)
          const all = weights.reduce((sum, weight) => sum + weight, 0)
          return items.every(
            ({ server }) => Math.abs(given.filter((one) => one === server).length - (count * server.weight) / all) < weights.length,
          )
        },
      ),
    )
  })

  test('a conversation stays with the server that has read it', async () => {
    const { model, asked } = setup([{}, {}])
    for (const who of ['reviewer', 'postdoc', 'reviewer', 'reviewer', 'postdoc']) await ask(model, who)
    expect(asked.join('')).toBe('abaab')
  })

  test('asks no server more than it may at a time: the next goes elsewhere, and then waits for whoever is free first', async () => {
    const gates = { a: Promise.withResolvers<string>(), b: Promise.withResolvers<string>() }
    const { model, asked } = setup([
      { concurrency: 1, script: (count) => (count === 1 ? gates.a.promise : 'a again') },
      { concurrency: 1, script: (count) => (count === 1 ? gates.b.promise : 'b again') },
    ])
    const answers = ['one', 'two', 'three'].map((who) => ask(model, who))
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked.join('')).toBe('ab')
    gates.b.resolve('b')
    expect(await answers[2]).toMatchObject({ reply: { text: 'b again' } })
    gates.a.resolve('a')
    await Promise.all(answers)
    expect(asked.join('')).toBe('abb')
  })

  test('whoever waits for a place and is interrupted leaves it to the others', async () => {
    const gate = Promise.withResolvers<string>()
    const { model, servers } = setup([{ concurrency: 1, script: () => gate.promise }])
    const stop = new AbortController()
    const first = ask(model)
    const second = ask(model, 'other', stop.signal)
    stop.abort()
    expect(await second).toMatchObject({ fault: { kind: 'cancelled' } })
    gate.resolve('done')
    await first
    expect(servers.map(({ busy, waiting }) => [busy, waiting.size])).toEqual([[0, 0]])
  })

  test('a server that is down is left alone for a while, longer each time, and this is said', async () => {
    const { model, asked, clock, retries } = setup([{ weight: 9, script: [away, away] }, {}])
    expect(await ask(model)).toMatchObject({ reply: { text: 'http://b' } })
    expect(retries).toMatchObject([
      { waitMs: 0, attempt: 2, fault: { kind: 'unreachable', message: 'nobody there; http://a is left alone for 15 s' } },
    ])
    clock.now += 14_999
    await each(model, 3)
    expect(asked.join('')).toBe('abbbb')
    clock.now += 1
    await ask(model, 'another')
    expect(retries[1]?.fault.message).toMatch(/30 s/)
    clock.now += 30_000
    await ask(model, 'a third')
    expect(asked.join('')).toBe('abbbbaba')
  })

  test('those of a higher order are asked only when all of the lower are down, and no more when one is back', async () => {
    const { model, asked, clock } = setup([{ script: [away] }, { script: [away] }, { order: 1 }])
    await each(model, 2)
    expect(asked.join('')).toBe('abcc')
    clock.now += 15_000
    await each(model, 1)
    expect(asked.at(-1)).toMatch(/[ab]/)
  })

  test('a server that says how long to wait is obeyed, and the shortest wait is told when all do', async () => {
    const limit = (seconds: number) => [createFault('rate-limited', 'slow down', seconds)]
    const { model, asked, clock } = setup([{ script: limit(40) }, { script: limit(7) }])
    expect(await ask(model)).toMatchObject({ fault: { kind: 'rate-limited', retryAfter: 7 } })
    clock.now += 7000
    expect(await ask(model)).toMatchObject({ reply: { text: 'http://b' } })
    expect(asked.join('')).toBe('abb')
  })

  test('when all are down, the one that may be back first is asked, and no other', async () => {
    const { model, asked, clock } = setup([{ script: [away, away] }, { script: [createFault('timeout', 'late'), away] }])
    await ask(model)
    clock.now += 1000
    expect(await ask(model)).toMatchObject({ fault: { kind: 'unreachable' } })
    expect(asked.join('')).toBe('aba')
  })

  test.each(['refused', 'bad-output', 'limit'] as const)('an answer that is %s is no sign of a server that is down', async (kind) => {
    const { model, asked } = setup([{ script: [createFault(kind, 'no')] }, {}])
    expect(await ask(model)).toMatchObject({ fault: { kind } })
    expect(asked.join('')).toBe('a')
  })

  test('holds what the smallest of them holds', () => {
    const { servers } = setup([{}, {}])
    const contexts = [9000, 4000]
    const placed = servers.map((server, place) => ({ server, model: createScripted([], { context: contexts[place] ?? 0 }) }))
    expect(withServers('m', placed, { now: () => 0 }).context).toBe(4000)
  })
})
