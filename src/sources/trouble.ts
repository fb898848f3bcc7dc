import { createFault, type Fault } from '../core/fault.ts'
import type { SourceTrouble } from './source.ts'

/** An answer that is not `ok`: which of the three troubles, and what happened, for people. */
export type Trouble = { status: SourceTrouble; fault: Fault }

export const notFound = (message: string): Trouble => ({ status: 'not-found', fault: createFault('not-found', message) })

/** `retryAfter` in seconds, when the other side gave it. */
export const rateLimited = (message: string, retryAfter?: number): Trouble => ({
  status: 'rate-limited',
  fault: createFault('rate-limited', message, retryAfter),
})

/** Everything that says nothing about whether the paper exists: outages, silence, refusals, garbage. */
export const unavailable = (kind: Fault['kind'], message: string, retryAfter?: number): Trouble => ({
  status: 'unavailable',
  fault: createFault(kind, message, retryAfter),
})

export const cancelled = (what: string): Trouble => unavailable('cancelled', `${what} was stopped before it answered.`)
