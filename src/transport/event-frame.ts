import type { StoredEvent } from '../store/event-log.ts'
import { type Cut, cuts, shortenEach } from './shorten.ts'

type LabEvent = StoredEvent['event']

const shortened = (event: LabEvent, cut: Cut): object => ({ ...shortenEach(event, cut), type: event.type })

const encodeEvent = ({ run, seq, pos, at }: StoredEvent, event: object, mark: { cut?: true }): Buffer =>
  Buffer.from(JSON.stringify({ type: 'event', run, seq, pos, at, event, ...mark }))

const fittingFrame = (stored: StoredEvent, maxBytes: number, chars: number): Buffer => {
  for (const cut of cuts) {
    const frame = encodeEvent(stored, shortened(stored.event, { ...cut, chars: Math.min(cut.chars, chars) }), { cut: true })
    if (frame.length <= maxBytes) return frame
  }
  return encodeEvent(stored, { type: stored.event.type }, { cut: true })
}

/** The frame with its texts over `chars` cut; the whole one when there are none. */
const cutFrame = (stored: StoredEvent, whole: Buffer, chars: number): Buffer => {
  if (whole.length <= chars) return whole
  const event = shortened(stored.event, { chars, entries: Number.POSITIVE_INFINITY })
  return encodeEvent(stored, event, {}).equals(whole) ? whole : encodeEvent(stored, event, { cut: true })
}

/** @param chars texts of more characters than this are cut; all are whole when it is missing */
export type EventFrames = (stored: StoredEvent, maxBytes: number, chars?: number) => Buffer

/** Makes a value for a key once; there are as many as there are kinds of viewers, which are few. */
const once = <Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

/**
 * Gives the `event` frame of a stored event, at most `maxBytes` long. Texts above 16 KiB are blob references on the log
 * already. An event with a text over `chars`, or that is still too long, is marked `cut: true`, and in it a long text has
 * become {chars, head} and, if that was not enough for the frame, a long list or record {entries, head}: see shorten.ts. At
 * worst only the type is left. Each frame is made once for all viewers that want the same.
 */
export const createEventFrames = (): EventFrames => {
  const wholes = new WeakMap<StoredEvent, Buffer>()
  const others = new WeakMap<StoredEvent, Map<string, Buffer>>()

  const wholeOf = (stored: StoredEvent): Buffer => {
    const frame = wholes.get(stored) ?? encodeEvent(stored, stored.event, {})
    wholes.set(stored, frame)
    return frame
  }
  const otherOf = (stored: StoredEvent, key: string, make: () => Buffer): Buffer => {
    const known = others.get(stored) ?? new Map<string, Buffer>()
    others.set(stored, known)
    return once(known, key, make)
  }

  return (stored, maxBytes, chars = Number.POSITIVE_INFINITY) => {
    const whole = wholeOf(stored)
    const frame = whole.length <= chars ? whole : otherOf(stored, `${chars}`, () => cutFrame(stored, whole, chars))
    if (frame.length <= maxBytes) return frame
    return otherOf(stored, `${chars}/${maxBytes}`, () => fittingFrame(stored, maxBytes, chars))
  }
}
