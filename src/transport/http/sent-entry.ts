import { isDeepStrictEqual } from 'node:util'
import { type BlobRef, blobRef } from '../../core/text.ts'
import type { EventLog, StoredEvent } from '../../store/event-log.ts'
import { shortenEach } from '../shorten.ts'

/** An entry as it is sent: whole, or with long texts cut. */
export type SentEntry = Omit<StoredEvent, 'event'> & { event: { type: string } & Record<string, unknown>; cut?: true }

/** Texts of more than `chars` characters become {chars, head}, and the heads of those that the log cut are no longer than that. */
export const cutEntry = (stored: StoredEvent, chars: number): SentEntry => {
  const whole: SentEntry = { ...stored, event: { ...stored.event } }
  const event = { ...shortenEach(stored.event, { chars, entries: Number.POSITIVE_INFINITY }), type: stored.event.type }
  return isDeepStrictEqual(event, whole.event) ? whole : { ...whole, event, cut: true }
}

const referenceIn = (value: object): BlobRef | undefined => ('blob' in value ? blobRef.safeParse(value).data : undefined)

const filled = (value: unknown, log: EventLog): unknown => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((inner) => filled(inner, log))
  const reference = referenceIn(value)
  if (reference) return log.blob(reference)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, log)]))
}

/** The entry with the texts themselves where the log has references to them. */
export const wholeEntry = (stored: StoredEvent, log: EventLog): SentEntry => ({
  ...stored,
  event: { ...(filled(stored.event, log) as object), type: stored.event.type },
})
