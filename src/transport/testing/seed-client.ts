import { once } from 'node:events'
import { type ClientOptions, WebSocket } from 'ws'

/** One of the oldest clients: offers no subprotocol, and keeps every answer as it came. */
export const openSeedClient = async (url: string, options: ClientOptions = {}) => {
  const socket = new WebSocket(url, options)
  const answers: unknown[] = []
  let wake: () => void = () => undefined
  let closedWith: number | undefined
  socket.on('message', (data: Buffer) => {
    answers.push(JSON.parse(data.toString()))
    wake()
  })
  socket.on('close', (code) => {
    closedWith = code
    wake()
  })
  await once(socket, 'open')
  const until = async (done: () => boolean) => {
    while (!done()) {
      if (closedWith !== undefined) throw new Error(`closed with ${closedWith}`)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return answers
  }
  return {
    socket,
    answers,
    send: (frame: object | string) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    /** Waits until so many answers are there, and gives all. */
    got: (count: number) => until(() => answers.length >= count),
    closed: async () => closedWith ?? ((await once(socket, 'close')) as [number])[0],
  }
}
