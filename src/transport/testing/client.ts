import { once } from 'node:events'
import { type ClientOptions, WebSocket } from 'ws'
import { type ServerFrame, type ServerType, serverFrames, subprotocol } from '../protocol.ts'

type FrameOf<Type extends ServerType> = Extract<ServerFrame, { type: Type }>

const parseFrame = (text: string): ServerFrame => {
  const frame = JSON.parse(text) as ServerFrame
  return serverFrames[frame.type].parse(frame) as ServerFrame
}

/** A viewer that agrees on gal.v1, checks every frame it gets against the protocol, and keeps them all. */
export const openClient = async (url: string, options: ClientOptions & { protocols?: string[] } = {}) => {
  const socket = new WebSocket(url, options.protocols ?? [subprotocol], options)
  const frames: ServerFrame[] = []
  const sizes: number[] = []
  const waiting: (() => void)[] = []
  const wake = () => {
    for (const tell of waiting.splice(0)) tell()
  }
  let closedWith: number | undefined
  let broken: unknown
  socket.on('message', (data: Buffer) => {
    sizes.push(data.length)
    try {
      frames.push(parseFrame(data.toString()))
    } catch (error) {
      broken = error
    }
    wake()
  })
  socket.on('close', (code) => {
    closedWith = code
    wake()
  })
  await once(socket, 'open')

  /** Waits until the frames seen so far give something. */
  const until = async <Found>(find: () => Found | undefined): Promise<Found> => {
    for (;;) {
      if (broken) throw broken
      const found = find()
      if (found !== undefined) return found
      if (closedWith !== undefined) throw new Error(`closed with ${closedWith}`)
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  const all = <Type extends ServerType>(type: Type) => frames.filter((frame): frame is FrameOf<Type> => frame.type === type)

  return {
    socket,
    frames,
    sizes,
    all,
    send: (frame: object | string) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    first: <Type extends ServerType>(type: Type) => until(() => all(type)[0]),
    result: (id: string) => until(() => all('result').find((frame) => frame.id === id)),
    events: (count: number) => until(() => (all('event').length >= count ? all('event') : undefined)),
    seqs: () => all('event').map(({ seq }) => seq),
    closed: async () => closedWith ?? ((await once(socket, 'close')) as [number])[0],
    hangUp: () => socket.terminate(),
  }
}
export type Client = Awaited<ReturnType<typeof openClient>>

/** A client that has said hello and follows a run. */
export const openViewer = async (url: string, run: string, after = 0): Promise<Client> => {
  const client = await openClient(url)
  client.send({ type: 'hello', id: 'hello', client: 'test' })
  client.send({ type: 'subscribe', id: 'follow', run, after })
  return client
}
