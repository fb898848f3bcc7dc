import { httpLimits } from '../http/limits.ts'

/** Sizes in bytes, times in milliseconds. */
export const aguiLimits = {
  /** Clients send back every message that they hold, so a request grows with its run. */
  body: 16 * 1024 * 1024,
  /** Who may only look sends no more than elsewhere. */
  bodyToLook: httpLimits.body,
  /** Entries of the lists of a request, and of a list within a message. */
  messages: 10_000,
  entries: 1000,
  /** Characters of the name of a thread or a run. */
  idMost: 500,
  /** The most characters that the lab takes as an answer. */
  answerMost: 4000,
  /** A stream on which nothing was sent for so long gets a comment, and it is looked whether anybody still drives the run. */
  heartbeat: 15_000,
} as const
