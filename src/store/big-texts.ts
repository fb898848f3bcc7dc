import { hashOf } from '../core/canonical.ts'
import type { LabEvent } from '../core/events/index.ts'
import { type BlobRef, blobRef, blobThreshold } from '../core/text.ts'
import { badRecord } from './refusals.ts'

/** How many characters of a big text viewers get to see without asking for it. */
const headChars = 240

const isBig = (text: string): boolean => text.length * 3 > blobThreshold && Buffer.byteLength(text) > blobThreshold

/** Half of a surrogate pair has no UTF-8: it becomes U+FFFD, here and not in the database, so that the hash fits what is kept. */
const referTo = (text: string): BlobRef => ({
  blob: hashOf(text),
  chars: text.length,
  head: text.slice(0, headChars).toWellFormed(),
})

/**
 * The event with every text above the threshold, however deep, replaced by its reference. The event it is given stays as it is.
 * @param keep is handed each big text with its hash
 */
export const liftBigTexts = (event: LabEvent, keep: (sha: string, text: string) => void): LabEvent => {
  const lift = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (!isBig(value)) return value
      const text = value.toWellFormed()
      const reference = referTo(text)
      keep(reference.blob, text)
      return reference
    }
    if (Array.isArray(value)) return value.map(lift)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, lift(inner)]))
  }
  return lift(event) as LabEvent
}

/**
 * The text that a reference stands for, checked against its hash. Throws GalError `bad-record`.
 * @param find gives the text kept under a hash
 */
export const textBehind = ({ blob }: BlobRef, find: (sha: string) => string | undefined): string => {
  const text = find(blob)
  if (text === undefined || hashOf(text) !== blob) throw badRecord(`the text ${blob.slice(0, 12)}`)
  return text
}

/** Every reference to a big text in an event, however deep. */
export const referencesIn = (event: LabEvent): BlobRef[] => {
  const look = (value: unknown): BlobRef[] => {
    if (value === null || typeof value !== 'object') return []
    const reference = blobRef.safeParse(value)
    return reference.success ? [reference.data] : Object.values(value).flatMap(look)
  }
  return look(event)
}
