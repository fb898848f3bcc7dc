import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { run } from './log-of-notes.ts'

/** Of what the clients got: how many frames, in how many seconds from the first to the last, and how late, in milliseconds. */
export type Got = { frames: number; seconds: number; p50: number; p99: number }

/** Every so many clients one looks at the time in each of its frames: to read it in all of them would be the load itself. */
const each = 10

/**
 * So many viewers in this process, which follow the run after `after`. `idle` more subscribe from the beginning and never read.
 * Tells when all are there, what they got when asked (`take`), and the codes with which the idle ones were let go.
 */
const [url = '', count = '0', idle = '0', after = '0'] = process.argv.slice(2)
let frames = 0
let first = 0n
let last = 0n
let late: number[] = []
const codes: number[] = []
const marker = Buffer.from('"text":"')

const hello = JSON.stringify({ type: 'hello', id: 'h', client: 'bench', max_frame: 1_048_576 })
const subscribe = (from: number) => JSON.stringify({ type: 'subscribe', id: 's', run, after: from })

const open = async (from: number): Promise<WebSocket> => {
  const socket = new WebSocket(url, ['gal.v1'], { perMessageDeflate: false })
  await once(socket, 'open')
  socket.send(hello)
  socket.send(subscribe(from))
  return socket
}

const listen = (socket: WebSocket, reads: boolean): void => {
  socket.on('message', (data: Buffer) => {
    const at = data.indexOf(marker)
    if (at < 0) return
    frames += 1
    last = process.hrtime.bigint()
    if (first === 0n) first = last
    if (!reads) return
    const text = data.toString('latin1', at + marker.length, at + marker.length + 24)
    late.push(Number(last - BigInt(text.slice(0, text.indexOf(' ')))) / 1e6)
  })
}

for (let number = 0; number < Number(count); number += 1) listen(await open(Number(after)), number % each === 0)
const sleepers = await Promise.all(Array.from({ length: Number(idle) }, () => open(0)))
for (const socket of sleepers) {
  socket.pause()
  socket.on('close', (code) => codes.push(code))
}
await setTimeout(300)

/** Waits until nothing has come for a second: what is still on its way counts, too. */
const quiet = async (): Promise<void> => {
  for (let known = -1; known !== frames; await setTimeout(1000)) known = frames
}

process.on('message', async (message: 'take' | 'wake') => {
  if (message === 'wake') {
    // The code lies behind all that they did not read.
    for (const socket of sleepers) socket.resume()
    const until = performance.now() + 20_000
    while (codes.length < sleepers.length && performance.now() < until) await setTimeout(50)
    process.send?.({ codes })
    return
  }
  await quiet()
  const sorted = late.toSorted((a, b) => a - b)
  const share = (part: number) => sorted[Math.floor(part * sorted.length)] ?? Number.NaN
  const got: Got = { frames, seconds: Number(last - first) / 1e9, p50: share(0.5), p99: share(0.99) }
  ;[frames, first, late] = [0, 0n, []]
  process.send?.({ got })
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
