import { expect, test } from 'vitest'
import { createQueue } from './queue.ts'

const never = new AbortController().signal

/** Work that says when it begins, and ends when it is told to. */
const createWork = () => {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => () => {
    begun.push(name)
    const { promise, resolve } = Promise.withResolvers<string>()
    ends.set(name, () => resolve(name))
    return promise
  }
  return { begun, work, end: (name: string) => ends.get(name)?.() }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('work of one lane waits for what came before it, and of another lane does not', async () => {
  const queue = createQueue(4)
  const { begun, work, end } = createWork()
  const done = ['a1', 'a2', 'b1', 'a3'].map((name) => queue(name.slice(0, 1), never, work(name)))
  await settled()
  expect(begun).toEqual(['a1', 'b1'])
  end('a1')
  await done[0]
  await settled()
  expect(begun).toEqual(['a1', 'b1', 'a2'])
  end('a2')
  await settled()
  end('a3')
  end('b1')
  expect(await Promise.all(done)).toEqual(['a1', 'a2', 'b1', 'a3'])
})

test('of different lanes only so many are at work', async () => {
  const queue = createQueue(2)
  const { begun, work, end } = createWork()
  const done = ['a', 'b', 'c'].map((name) => queue(name, never, work(name)))
  await settled()
  expect(begun).toEqual(['a', 'b'])
  end('b')
  await settled()
  expect(begun).toEqual(['a', 'b', 'c'])
  for (const name of ['a', 'c']) end(name)
  await Promise.all(done)
})

test('work that fails makes way', async () => {
  const queue = createQueue(1)
  const { begun, work, end } = createWork()
  const failed = queue('a', never, () => Promise.reject(new Error('no')))
  const next = queue('a', never, work('next'))
  await expect(failed).rejects.toThrow('no')
  await settled()
  expect(begun).toEqual(['next'])
  end('next')
  expect(await next).toBe('next')
})

test('what waits is given up with the signal, and never begins', async () => {
  const queue = createQueue(1)
  const leave = new AbortController()
  const { begun, work, end } = createWork()
  const working = queue('a', never, work('a'))
  const waiting = [queue('a', leave.signal, work('behind')), queue('b', leave.signal, work('beside'))]
  await settled()
  leave.abort()
  expect(await waiting[1]).toBeUndefined()
  end('a')
  await working
  expect(await waiting[0]).toBeUndefined()
  expect(begun).toEqual(['a'])
})
