import { bad, type Limits } from './reading.ts'

const decodes = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (problem) {
    if (problem instanceof TypeError) return false
    throw problem
  }
}

/** The first line that is not UTF-8, from 1. */
const badLine = (bytes: Uint8Array): number => {
  let line = 1
  for (let start = 0; start <= bytes.length; line++) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    if (!decodes(bytes.subarray(start, end))) return line
    start = end + 1
  }
  return line
}

/** The text of a file without its byte order mark. `name` is how the file is called in a problem. */
export const readText = (bytes: Uint8Array, name: string, limits: Limits): { ok: true; text: string } | { ok: false; problem: string } => {
  if (bytes.length > limits.bytes) {
    return bad(`${name} has ${bytes.length.toLocaleString('en-US')} bytes, and ${limits.bytes.toLocaleString('en-US')} are read at most.`)
  }
  if (bytes.subarray(0, 4096).includes(0)) return bad(`${name} is no text: there is a zero byte in it. Save it as UTF-8.`)
  if (!decodes(bytes)) return bad(`${name}, line ${badLine(bytes)}: not UTF-8. Save the file as UTF-8.`)
  return { ok: true, text: new TextDecoder().decode(bytes) }
}
