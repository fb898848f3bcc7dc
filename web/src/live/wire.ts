import type { ClientFrame, ServerFrame } from '../../../src/transport/protocol.ts'
import { backOff } from './back-off.ts'
import { Refused } from './rest.ts'
import type { Connection } from './run-view.ts'
import { createStore, type Store } from './store.ts'

type Without<Frame, Key extends PropertyKey> = Frame extends unknown ? Omit<Frame, Key> : never
/** A command as a page gives it; the wire numbers it. */
export type Command = Without<ClientFrame, 'id'>
export type Send = (command: Command) => Promise<Record<string, unknown>>

/** The frames that belong to one run. */
export type RunFrame = Extract<ServerFrame, { type: 'event' | 'signal' | 'snapshot' | 'caught-up' }>
export type Follower = {
  run: string
  /** The last seq that is here; where a subscription goes on. */
  after(): number
  take(frame: RunFrame): void
}

export type Wire = {
  connection: Store<Connection>
  /** Sends a command and gives its result; rejects with Refused when it is refused or the connection is lost before. */
  send: Send
  /** Follows a run over every connection that comes. Gives the function that ends it. */
  follow(follower: Follower): () => void
  /** Subscribes again after a gap. */
  again(follower: Follower): void
  tryNow(): void
  close(): void
}

export type WireParts = {
  url: string
  token: () => string | undefined
  open: (url: string, protocols: string[]) => WebSocket
  now: () => number
  random: () => number
  /** Another log stands behind the same address now: all that is here is worth nothing. */
  onOtherLog: () => void
}

const subprotocol = 'gal.v1'
/** Every so many ms the page asks how far the server is; after so many without a sign of life the connection is given up. */
const [pingEvery, silence] = [10_000, 35_000]
/** Texts of entries come whole up to so many characters: as many as a ViewerState keeps of them, and a little. */
export const cut = 700
/** The longest frame that the page takes, in bytes. */
const maxFrame = 1024 * 1024

type Waiting = { resolve: (result: Record<string, unknown>) => void; reject: (error: Refused) => void }

const lostError = () => new Refused('no-server', 'the connection was lost before the server answered', 0)
/** As the time of the next try: there is none, until something about the page or the server changes. */
export const never = Number.POSITIVE_INFINITY
/** Codes 44xx say that coming back without a change is no use. */
const isFinal = (code: number): boolean => code >= 4400 && code < 4500

const readFrame = (data: unknown): ServerFrame | undefined => {
  try {
    return JSON.parse(String(data)) as ServerFrame
  } catch {
    return undefined // Not from a server that speaks gal.v1; the hello will go without an answer.
  }
}

/** Speaks gal.v1 with the page's server: comes back by itself, and goes on with every run after the last entry that is here. */
export const createWire = ({ url, token, open, now, random, onOtherLog }: WireParts): Wire => {
  const connection = createStore<Connection>({ status: 'connecting', since: now(), retryAt: null, latency: null, readOnly: false })
  const followers = new Set<Follower>()
  const waiting = new Map<string, Waiting>()
  let socket: WebSocket | undefined
  let timers: ReturnType<typeof setTimeout>[] = []
  let retry: ReturnType<typeof setTimeout> | undefined
  let [tries, number, heardAt] = [0, 0, 0]
  let closed = false

  const change = (next: Partial<Connection>) => {
    const before = connection.get()
    const since = next.status === undefined || next.status === before.status ? before.since : now()
    connection.set({ ...before, ...next, since })
  }
  const isLive = () => connection.get().status === 'live'

  const transmit = (command: Command): Promise<Record<string, unknown>> => {
    const target = socket
    if (target?.readyState !== WebSocket.OPEN) return Promise.reject(lostError())
    number += 1
    const id = String(number)
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      target.send(JSON.stringify({ ...command, id }))
    })
  }

  const subscribe = ({ run, after }: Follower) => {
    transmit({ type: 'subscribe', run, after: after(), cut }).catch((error: Refused) => {
      if (error.code === 'bad-after') onOtherLog()
    })
  }

  const ping = async () => {
    if (now() - heardAt > silence) return socket?.close()
    const start = now()
    await transmit({ type: 'ping' })
    change({ latency: Math.round(now() - start) })
  }
  const every = (milliseconds: number, work: () => Promise<void> | undefined) =>
    timers.push(setInterval(() => void work()?.catch(() => undefined), milliseconds))

  const greet = async () => {
    const shown = token()
    await transmit({ type: 'hello', client: 'web', max_frame: maxFrame, ...(shown === undefined ? {} : { token: shown }) })
    tries = 0
    change({ status: 'live', retryAt: null })
    for (const follower of followers) subscribe(follower)
    every(pingEvery, ping)
    await ping()
  }

  const take = (frame: ServerFrame) => {
    if (frame.type === 'result') {
      const asked = waiting.get(frame.id)
      waiting.delete(frame.id)
      if (frame.ok) asked?.resolve(frame.result)
      else asked?.reject(new Refused(frame.error.code, frame.error.message, 0))
      return
    }
    if (frame.type === 'welcome') return change({ readOnly: frame.access === 'read-only' })
    if (frame.type !== 'event' && frame.type !== 'signal' && frame.type !== 'snapshot' && frame.type !== 'caught-up') return
    for (const follower of followers) if (follower.run === frame.run) follower.take(frame)
  }

  const leave = () => {
    for (const timer of timers) clearInterval(timer)
    timers = []
    socket = undefined
    for (const { reject } of waiting.values()) reject(lostError())
    waiting.clear()
  }

  const connect = () => {
    clearTimeout(retry)
    if (closed) return
    const shown = token()
    const fresh = open(url, shown === undefined ? [subprotocol] : [subprotocol, `gal.token.${shown}`])
    socket = fresh
    heardAt = now()
    change({ status: connection.get().status === 'lost' ? 'lost' : 'connecting', retryAt: null })
    fresh.onopen = () => void greet().catch(() => fresh.close())
    fresh.onmessage = ({ data }) => {
      heardAt = now()
      const frame = readFrame(data)
      if (frame) take(frame)
    }
    fresh.onclose = ({ code }) => {
      if (socket !== fresh) return
      leave()
      if (closed) return
      if (isFinal(code)) return change({ status: 'lost', retryAt: never, latency: null })
      const wait = backOff(tries, random)
      tries += 1
      change({ status: 'lost', retryAt: now() + wait, latency: null })
      retry = setTimeout(connect, wait)
    }
  }
  connect()

  return {
    connection,
    send: (command) => (isLive() ? transmit(command) : Promise.reject(lostError())),
    follow(follower) {
      followers.add(follower)
      if (isLive()) subscribe(follower)
      return () => {
        followers.delete(follower)
        if (isLive()) transmit({ type: 'unsubscribe', run: follower.run }).catch(() => undefined)
      }
    },
    again: subscribe,
    tryNow() {
      if (socket === undefined) connect()
    },
    close() {
      closed = true
      clearTimeout(retry)
      const last = socket
      leave()
      last?.close()
    },
  }
}
