export type ImageSize = { width: number; height: number }

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte)

/** The markers of JPEG that begin a frame (ITU-T T.81, table B.1) hold the size; all others have a length to jump over. */
const jpegSize = (view: DataView): ImageSize | undefined => {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

type Format = { signature: readonly number[]; least: number; size: (view: DataView) => ImageSize | undefined }

const formats: readonly Format[] = [
  {
    signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    least: 24,
    size: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  },
  { signature: [0xff, 0xd8, 0xff], least: 4, size: jpegSize },
  { signature: [0x47, 0x49, 0x46, 0x38], least: 10, size: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }) },
  {
    signature: [0x42, 0x4d],
    least: 26,
    size: (view) => ({ width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }),
  },
]

/** Pixels of a PNG, JPEG, GIF or BMP, from the beginning of its file; undefined when it is none of them, or cut off before its size. */
export const imageSize = (head: Uint8Array): ImageSize | undefined => {
  const format = formats.find(({ signature, least }) => head.length >= least && startsWith(head, signature))
  const size = format?.size(new DataView(head.buffer, head.byteOffset, head.byteLength))
  return size && size.width > 0 && size.height > 0 ? size : undefined
}
