import type { StoredEvent } from '../store/event-log.ts'

type Cut = { chars: number; entries: number }

/** Tried in turn until the frame fits: first long strings alone, then long lists too, and shorter each time. */
const cuts: readonly Cut[] = [
  { chars: 4096, entries: Number.POSITIVE_INFINITY },
  { chars: 4096, entries: 256 },
  { chars: 1024, entries: 64 },
  { chars: 256, entries: 16 },
  { chars: 64, entries: 4 },
]

const shorten = (value: unknown, cut: Cut): unknown => {
  if (typeof value === 'string')
    return value.length <= cut.chars ? value : { chars: value.length, head: value.slice(0, cut.chars).toWellFormed() }
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const head = value.slice(0, cut.entries).map((entry) => shorten(entry, cut))
    return head.length === value.length ? head : { entries: value.length, head }
  }
  const all = Object.entries(value)
  const head = Object.fromEntries(all.slice(0, cut.entries).map(([key, inner]) => [key, shorten(inner, cut)]))
  return all.length <= cut.entries ? head : { entries: all.length, head }
}

const shortened = (event: StoredEvent['event'], cut: Cut): object => ({
  type: event.type,
  ...Object.fromEntries(Object.entries(event).map(([key, value]) => [key, key === 'type' ? value : shorten(value, cut)])),
})

const encodeEvent = ({ run, seq, pos, at }: StoredEvent, event: object, cut: { cut?: true }): Buffer =>
  Buffer.from(JSON.stringify({ type: 'event', run, seq, pos, at, event, ...cut }))

const cutFrame = (stored: StoredEvent, maxBytes: number): Buffer => {
  for (const cut of cuts) {
    const frame = encodeEvent(stored, shortened(stored.event, cut), { cut: true })
    if (frame.length <= maxBytes) return frame
  }
  return encodeEvent(stored, { type: stored.event.type }, { cut: true })
}

/**
 * Gives the `event` frame of a stored event, at most `maxBytes` long. Texts above 16 KiB are blob references on the log
 * already; an event that is still too long is marked `cut: true`, and in it a long string has become {chars, head} and, if
 * that was not enough, a long list or record {entries, head}: the whole size, and how it begins. At worst only the type is left.
 * A whole frame is made once for all viewers.
 */
export const createEventFrames = (): ((stored: StoredEvent, maxBytes: number) => Buffer) => {
  const whole = new WeakMap<StoredEvent, Buffer>()
  return (stored, maxBytes) => {
    const frame = whole.get(stored) ?? encodeEvent(stored, stored.event, {})
    whole.set(stored, frame)
    return frame.length <= maxBytes ? frame : cutFrame(stored, maxBytes)
  }
}
