import { encode, type Refusal, type ServerFrame } from './protocol.ts'
import { cuts, shortenEach } from './shorten.ts'

/** The frame of a result, at most `maxBytes` long: what does not fit is cut as a long event is, and marked. At worst nothing is left. */
export const resultFrame = (id: string, result: Record<string, unknown>, maxBytes: number): Buffer => {
  const whole = encode({ type: 'result', id, ok: true, result })
  if (whole.length <= maxBytes) return whole
  for (const cut of cuts) {
    const frame = encode({ type: 'result', id, ok: true, result: shortenEach(result, cut), cut: true })
    if (frame.length <= maxBytes) return frame
  }
  return encode({ type: 'result', id, ok: true, result: {}, cut: true })
}

/** Characters of a refusal's message, tried in turn: it may quote what a client sent, and each may take six bytes in JSON. */
const longest = [2_000, 500] as const
const shortest = 100

const headOf = (message: string, chars: number): string =>
  message.length <= chars ? message : `${message.slice(0, chars).toWellFormed()}… (cut: the message has ${message.length} characters)`

/**
 * A frame that says why not, at most `maxBytes` long: its message is cut to about 2,000 characters or fewer, and says that it was.
 * @param frameOf makes the frame around a refusal
 */
export const refusalFrame = (frameOf: (refusal: Refusal) => ServerFrame, { code, message }: Refusal, maxBytes: number): Buffer => {
  for (const chars of longest) {
    const frame = encode(frameOf({ code, message: headOf(message, chars) }))
    if (frame.length <= maxBytes) return frame
  }
  return encode(frameOf({ code, message: headOf(message, shortest) }))
}
