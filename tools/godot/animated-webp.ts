/** A part of the picture that is drawn over what was there: a whole WebP file, where it goes (even numbers), how long it stays (ms). */
export type Frame = { webp: Buffer; x: number; y: number; width: number; height: number; ms: number }

const chunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

const uint24 = (value: number): Buffer => Buffer.from([value & 255, (value >> 8) & 255, (value >> 16) & 255])

/** The chunks of a still picture, by name and in their order, each with its head and padding. */
const chunksIn = (webp: Buffer): [name: string, whole: Buffer][] => {
  if (webp.toString('latin1', 0, 4) !== 'RIFF' || webp.toString('latin1', 8, 12) !== 'WEBP') throw new Error('this is no WebP file')
  const found: [string, Buffer][] = []
  for (let at = 12; at + 8 <= webp.length; ) {
    const size = webp.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    found.push([webp.toString('latin1', at, at + 4), webp.subarray(at, end)])
    at = end
  }
  return found
}

const isPicture = ([name]: [string, Buffer]): boolean => ['ALPH', 'VP8 ', 'VP8L'].includes(name)

/** A frame's head (RFC 9649, section 2.7.1.1); its last byte 0: laid over what is there, which stays. */
const frameChunk = ({ webp, x, y, width, height, ms }: Frame): Buffer => {
  if (x % 2 || y % 2) throw new Error(`a frame begins at ${x}, ${y}: both must be even`)
  const head = Buffer.concat([uint24(x / 2), uint24(y / 2), uint24(width - 1), uint24(height - 1), uint24(ms), Buffer.from([0])])
  const pictures = chunksIn(webp).filter(isPicture)
  return chunk('ANMF', Buffer.concat([head, ...pictures.map(([, whole]) => whole)]))
}

/** An animated WebP that goes round for ever (RFC 9649), of still ones. */
export const animatedWebp = (width: number, height: number, frames: readonly Frame[]): Buffer => {
  const [animation, alpha] = [0x02, 0x10]
  const extended = Buffer.concat([Buffer.from([animation | alpha, 0, 0, 0]), uint24(width - 1), uint24(height - 1)])
  const body = Buffer.concat([chunk('VP8X', extended), chunk('ANIM', Buffer.alloc(6)), ...frames.map(frameChunk)])
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), body]))
}
