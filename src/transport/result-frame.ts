import { encode } from './protocol.ts'
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
