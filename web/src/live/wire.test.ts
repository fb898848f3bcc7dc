import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Refused } from './rest.ts'
import { createWire, type Follower, never, type RunFrame } from './wire.ts'

type Sent = { type: string; id: string; run?: string; after?: number; cut?: number; token?: string }

/** A socket that the test holds at the other end. */
const socketFor = (url: string, protocols: string[]) => {
  const sent: Sent[] = []
  const socket = {
    url,
    protocols,
    sent,
    readyState: 0,
    onopen: () => undefined,
    onmessage: (_: { data: string }) => undefined,
    onclose: (_: { code: number }) => undefined,
    send: (text: string) => sent.push(JSON.parse(text)),
    close: () => end(1000),
  }
  const end = (code: number) => {
    socket.readyState = 3
    socket.onclose({ code })
  }
  const say = (frame: object) => socket.onmessage({ data: JSON.stringify(frame) })
  return {
    socket,
    sent,
    end,
    say,
    /** Opens it, and answers the hello. */
    async greet(access = 'full') {
      socket.readyState = 1
      socket.onopen()
      say({ type: 'welcome', access })
      const hello = sent.find(({ type }) => type === 'hello')
      say({ type: 'result', id: hello?.id, ok: true, result: {} })
      await vi.advanceTimersByTimeAsync(0)
    },
    of: (type: string) => sent.filter((frame) => frame.type === type),
  }
}

const start = (token?: string) => {
  const sockets: ReturnType<typeof socketFor>[] = []
  const onOtherLog = vi.fn()
  const wire = createWire({
    url: 'ws://here/v1/ws',
    token: () => token,
    open: (url, protocols) => {
      const fresh = socketFor(url, protocols)
      sockets.push(fresh)
      return fresh.socket as unknown as WebSocket
    },
    now: () => Date.now(),
    random: () => 0.5,
    onOtherLog,
  })
  const last = () => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }
  return { wire, sockets, last, onOtherLog }
}
const followerOf = (run: string, after: () => number) => {
  const frames: RunFrame[] = []
  const follower: Follower = { run, after, take: (frame) => frames.push(frame) }
  return { follower, frames }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('offers gal.v1, and the token beside it and in the hello', async () => {
  const { last, wire } = start('secret')
  await last().greet('read-only')
  expect(last().socket.protocols).toEqual(['gal.v1', 'gal.token.secret'])
  expect(last().of('hello')[0]).toMatchObject({ client: 'web', token: 'secret' })
  expect(wire.connection.get()).toMatchObject({ status: 'live', readOnly: true })
})

test('a result goes to whoever asked, and a refusal carries the words of the server', async () => {
  const { last, wire } = start()
  await last().greet()
  const [pause, stop] = [wire.send({ type: 'run.pause', run: 'a' }), wire.send({ type: 'run.stop', run: 'a' })]
  const error = { code: 'run-ended', message: 'the run a has ended', retryable: false }
  last().say({ type: 'result', id: last().of('run.stop')[0]?.id, ok: false, error })
  last().say({ type: 'result', id: last().of('run.pause')[0]?.id, ok: true, result: { run: 'a' } })
  await expect(pause).resolves.toEqual({ run: 'a' })
  await expect(stop).rejects.toThrow(new Refused('run-ended', 'the run a has ended', 0))
})

test('comes back later each time, and goes on with each run after the last entry that is here', async () => {
  const { sockets, last, wire } = start()
  let after = 3
  const { follower, frames } = followerOf('a', () => after)
  wire.follow(follower)
  await last().greet()
  expect(last().of('subscribe')).toMatchObject([{ run: 'a', after: 3, cut: 700 }])
  last().say({ type: 'caught-up', run: 'a', seq: 3 })
  last().say({ type: 'caught-up', run: 'b', seq: 9 })
  expect(frames).toHaveLength(1)

  after = 40
  last().end(1006)
  expect(wire.connection.get()).toMatchObject({ status: 'lost', retryAt: Date.now() + 500 })
  await vi.advanceTimersByTimeAsync(500)
  last().end(1006)
  expect(wire.connection.get().retryAt).toBe(Date.now() + 1000)
  await vi.advanceTimersByTimeAsync(1000)
  await last().greet()
  expect(sockets).toHaveLength(3)
  expect(last().of('subscribe')).toMatchObject([{ run: 'a', after: 40 }])
  expect(wire.connection.get()).toMatchObject({ status: 'live', retryAt: null })
})

test('what was asked before a loss is refused, so that nobody waits for ever', async () => {
  const { last, wire } = start()
  await last().greet()
  const asked = wire.send({ type: 'run.list' })
  last().end(1006)
  await expect(asked).rejects.toMatchObject({ code: 'no-server' })
  await expect(wire.send({ type: 'run.list' })).rejects.toMatchObject({ code: 'no-server' })
})

test('does not come back by itself from a server that says not to', async () => {
  const { sockets, last, wire } = start()
  last().end(4401)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(sockets).toHaveLength(1)
  expect(wire.connection.get()).toMatchObject({ status: 'lost', retryAt: never })
  wire.tryNow()
  expect(sockets).toHaveLength(2)
})

test('gives up a connection that has gone silent', async () => {
  const { sockets, last } = start()
  await last().greet()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sockets.length).toBeGreaterThan(1)
})

test('a log that is shorter than what is here is another log', async () => {
  const { last, wire, onOtherLog } = start()
  wire.follow(followerOf('a', () => 50).follower)
  await last().greet()
  const error = { code: 'bad-after', message: 'a does not reach to 50', retryable: false }
  last().say({ type: 'result', id: last().of('subscribe')[0]?.id, ok: false, error })
  await vi.advanceTimersByTimeAsync(0)
  expect(onOtherLog).toHaveBeenCalledOnce()
})
