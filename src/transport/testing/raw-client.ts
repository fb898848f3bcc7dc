import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'

/** A WebSocket frame as a client makes it, or should not: everything may be wrong. `length` is said in place of the real one. */
export type RawFrame = {
  opcode: number
  payload?: Uint8Array
  fin?: boolean
  reserved?: number
  masked?: boolean
  length?: bigint
}

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 }

const lengthBytes = (length: bigint, masked: boolean): Buffer => {
  const bit = masked ? 0x80 : 0
  if (length < 126n) return Buffer.from([bit | Number(length)])
  if (length < 65_536n) return Buffer.from([bit | 126, Number(length >> 8n), Number(length & 255n)])
  const long = Buffer.alloc(9)
  long[0] = bit | 127
  long.writeBigUInt64BE(length, 1)
  return long
}

export const frameBytes = ({ opcode, payload = new Uint8Array(), fin = true, reserved = 0, masked = true, length }: RawFrame): Buffer => {
  const head = Buffer.from([(fin ? 0x80 : 0) | (reserved << 4) | opcode])
  const size = lengthBytes(length ?? BigInt(payload.length), masked)
  if (!masked) return Buffer.concat([head, size, payload])
  const mask = randomBytes(4)
  return Buffer.concat([head, size, mask, payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))])
}

type Received = { opcode: number; payload: Buffer }

/** Takes whole frames of a server (never masked) from the front; gives them and the rest. */
const takeFrames = (bytes: Buffer): { frames: Received[]; rest: Buffer } => {
  const frames: Received[] = []
  let at = 0
  while (bytes.length >= at + 2) {
    const short = (bytes[at + 1] ?? 0) & 0x7f
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length < at + head) break
    const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
    if (bytes.length < at + head + size) break
    frames.push({ opcode: (bytes[at] ?? 0) & 0x0f, payload: Buffer.from(bytes.subarray(at + head, at + head + size)) })
    at += head + size
  }
  return { frames, rest: bytes.subarray(at) }
}

/** A WebSocket client that sends whatever bytes it is given, and keeps the texts, the pongs and the close code that come back. */
export const openRawClient = async (port: number, protocols = '') => {
  const socket = connect(port, '127.0.0.1')
  const texts: Record<string, unknown>[] = []
  const pongs: Buffer[] = []
  let closeCode: number | undefined
  let gone = false
  let rest: Buffer = Buffer.alloc(0)
  const waiting: (() => void)[] = []
  const wake = () => {
    for (const tell of waiting.splice(0)) tell()
  }
  const keep = ({ opcode, payload }: Received) => {
    if (opcode === opcodes.text) texts.push(JSON.parse(payload.toString()))
    if (opcode === opcodes.pong) pongs.push(payload)
    if (opcode !== opcodes.close) return
    closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
    socket.end()
  }
  const lines = ['GET / HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
  const offer = protocols === '' ? [] : [`Sec-WebSocket-Protocol: ${protocols}`]
  socket.write(`${[...lines, ...offer, `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`].join('\r\n')}\r\n\r\n`)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  const end = answer.indexOf('\r\n\r\n')
  if (!answer.subarray(0, end).includes('101')) throw new Error(answer.toString())
  const receive = (data: Buffer) => {
    const taken = takeFrames(Buffer.concat([rest, data]))
    rest = taken.rest
    for (const frame of taken.frames) keep(frame)
    wake()
  }
  receive(answer.subarray(end + 4))
  socket.on('data', receive)
  // A server that hangs up while this side still writes is no failure of the test.
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    gone = true
    wake()
  })
  const until = async (done: () => boolean) => {
    while (!done() && !gone) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  return {
    texts,
    pongs,
    write: (bytes: Uint8Array) => void socket.write(bytes),
    send: (frame: RawFrame) => void socket.write(frameBytes(frame)),
    until,
    closeCode: () => closeCode,
    isGone: () => gone,
    hangUp: () => socket.destroy(),
  }
}
