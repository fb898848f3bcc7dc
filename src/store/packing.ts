import { deflateSync, inflateSync } from 'node:zlib'

/** A text as a row holds it: plain, or deflated to zlib's format with its size in UTF-8 bytes beside it. */
export type Packed = { size: number | null; body: string | Buffer }

/** Shorter texts gain little and are nicer to read in the sqlite3 shell as they are. */
const threshold = 1024

export const pack = (text: string): Packed => {
  const size = Buffer.byteLength(text)
  if (size < threshold) return { size: null, body: text }
  const body = deflateSync(text)
  return body.length < size ? { size, body } : { size: null, body: text }
}

/** The text that was packed. Throws zlib's error when the bytes are damaged. */
export const unpack = ({ size, body }: Packed): string => {
  if (typeof body === 'string') return body
  return size === null ? body.toString() : inflateSync(body, { maxOutputLength: size }).toString()
}
