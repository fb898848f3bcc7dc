import type { Fault } from '../core/fault.ts'

/** What a provider itself says of its answer: why it ended, and its count of tokens. Libraries above lose one or the other. */
export type Told = { finish?: string; input?: number; output?: number }

/**
 * One call on its way through a provider's library. Libraries wrap, rename or drop the errors of the fetch below them, so the
 * trouble is kept here, beside them; the first one stands.
 */
export type Call = {
  /** Aborted by whoever asked, and when the call is over: nothing of it outlives its answer. */
  signal: AbortSignal
  trouble?: Fault
  /** As read from the stream itself, where its check does so. */
  told?: Told
}

/** Keeps a trouble, unless there is one already, and gives an error to throw through the library. */
export const interrupt = (call: Call, fault: Fault): Error => {
  call.trouble ??= fault
  return new Error(fault.message)
}
