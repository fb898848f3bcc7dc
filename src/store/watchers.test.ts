import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createWatchers } from './watchers.ts'

let version = 0
let asked = 0
const watchers = createWatchers(() => {
  asked += 1
  return version
})
afterEach(() => watchers.close())

test('a burst of writes is told once, and only after the writer is done', async () => {
  let heard = 0
  watchers.add(() => {
    heard += 1
  })
  watchers.tell()
  watchers.tell()
  expect(heard).toBe(0)
  await Promise.resolve()
  expect(heard).toBe(1)
})

test('a write by another process is told, once', async () => {
  let heard = 0
  const first = Promise.withResolvers<void>()
  watchers.add(() => {
    heard += 1
    first.resolve()
  })
  version += 1
  await first.promise
  await wait(60)
  expect(heard).toBe(1)
})

test('nothing is asked of the database while nobody watches', async () => {
  const end = watchers.add(() => undefined)
  end()
  const before = asked
  await wait(60)
  expect(asked).toBe(before)
})

test('a watcher that another one ended hears no more', async () => {
  const heard: string[] = []
  const ends: (() => void)[] = []
  const watcher = (name: string) => () => {
    heard.push(name)
    for (const end of ends) end()
  }
  ends.push(watchers.add(watcher('first')), watchers.add(watcher('second')))
  watchers.tell()
  await Promise.resolve()
  expect(heard).toEqual(['first'])
})
