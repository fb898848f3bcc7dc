import { expect, test } from 'vitest'
import { createContexts, type Seat } from './contexts.ts'

const never = new AbortController().signal
type Numbered = { id: number }

const numbered = (most: number, room = most) => {
  let made = 0
  return createContexts<Numbered>(most, async () => {
    if (made >= room) throw new Error('too large for the available RAM')
    made += 1
    return { id: made }
  })
}
const seated = (seat: Seat<Numbered> | undefined): Seat<Numbered> => {
  if (!seat) throw new Error('nobody was seated')
  return seat
}

test('a conversation comes back to the context that has read it', async () => {
  const { take } = numbered(2)
  const first = seated(await take('a', never))
  first.release()
  const second = seated(await take('b', never))
  second.release()
  const again = seated(await take('b', never))
  expect(again.context).toBe(second.context)
  again.release()
  expect(seated(await take('a', never)).context).toBe(first.context)
})

test('when all contexts are taken up, a new conversation gets the one that was left alone for longest', async () => {
  const { take } = numbered(2)
  for (const conversation of ['a', 'b', 'a']) seated(await take(conversation, never)).release()
  expect(seated(await take('c', never)).context.id).toBe(2)
})

test('who finds none free waits for the next, and not beyond the signal', async () => {
  const { take } = numbered(1)
  const first = seated(await take('a', never))
  const stop = new AbortController()
  const given = take('b', stop.signal)
  const next = take('c', never)
  stop.abort()
  expect(await given).toBeUndefined()
  first.release()
  expect(seated(await next).context).toBe(first.context)
})

test('two who ask at once for the same conversation do not share a context', async () => {
  const { take } = numbered(2)
  const [one, two] = await Promise.all([take('a', never), take('a', never)])
  expect(seated(one).context).not.toBe(seated(two).context)
})

test('without memory for another, those that there are serve; without memory for one, it is said', async () => {
  const { take } = numbered(6, 1)
  const first = seated(await take('a', never))
  const next = take('b', never)
  first.release()
  expect(seated(await next).context).toBe(first.context)
  await expect(numbered(6, 0).take('a', never)).rejects.toThrow('too large')
})
