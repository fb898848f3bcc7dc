import { z } from 'zod'

/** A text too big for the log: kept once under its hash, with its length and its first words for viewers. */
export const blobRef = z.strictObject({
  blob: z.string().regex(/^[0-9a-f]{64}$/),
  chars: z.int().positive(),
  head: z.string(),
})
export type BlobRef = z.infer<typeof blobRef>

/** A text on the log: itself, or a reference to it. */
export const text = z.union([z.string(), blobRef])
export type Text = z.infer<typeof text>

/** Texts above this many UTF-8 bytes become blobs when they are appended. */
export const blobThreshold = 16 * 1024

/** Gives the whole text behind a reference. */
export type ReadText = (text: Text) => string

/** For places that only show the beginning. */
export const headOf = (value: Text): string => (typeof value === 'string' ? value : value.head)
