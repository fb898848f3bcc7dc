import { expect, test } from 'vitest'
import { createSlots } from './slots.ts'

const never = new AbortController().signal

test('places are given first come, first served, and never more than there are', async () => {
  const take = createSlots(1)
  const order: string[] = []
  const free = await take(never)
  const waiting = ['a', 'b'].map(async (name) => {
    const done = await take(never)
    order.push(name)
    done?.()
  })
  await Promise.resolve()
  expect(order).toEqual([])
  free?.()
  await Promise.all(waiting)
  expect(order).toEqual(['a', 'b'])
})

test('whoever stops waiting leaves the queue and takes no place with them', async () => {
  const take = createSlots(1)
  const free = await take(never)
  const stop = new AbortController()
  const impatient = take(stop.signal)
  const patient = take(never)
  stop.abort()
  expect(await impatient).toBeUndefined()
  free?.()
  expect(await patient).toBeTypeOf('function')
})
