import { createFault, type Fault } from '../core/fault.ts'
import type { Answer, Model } from './model.ts'
import type { Sleep } from './sleep.ts'

/** A call is about to be made again: the how-manieth try it will be, after how long a wait, and what was wrong. */
export type Retry = { model: string; turn: string; attempt: number; waitMs: number; fault: Fault }

export type RetryOptions = {
  /** Calls in all, the first one included. */
  tries: number
  /** The first wait; each later one is twice as long. */
  baseMs: number
  sleep: Sleep
  /** From 0 to 1: spreads the waits, so that many labs do not come back at the same moment. */
  random: () => number
  /** Told before each wait. What was streamed of the failed try counts for nothing. */
  onRetry?: (retry: Retry) => void
}

const passing: ReadonlySet<Fault['kind']> = new Set(['timeout', 'unreachable', 'rate-limited'])

/** A server that wants more than a minute is not waited for: whoever drives the run decides. */
const longestSeconds = 60

const waitFor = ({ retryAfter }: Fault, attempt: number, { baseMs, random }: RetryOptions): number =>
  retryAfter === undefined ? baseMs * 2 ** (attempt - 1) * (0.5 + random() / 2) : retryAfter * 1000

const mayPass = ({ kind, retryAfter = 0 }: Fault): boolean => passing.has(kind) && retryAfter <= longestSeconds

/** Asks again, with longer and longer waits or as long as the server asks for, after troubles that pass by themselves. */
export const withRetry = (model: Model, options: RetryOptions): Model => ({
  ...model,
  async generate(request, signal, onDelta) {
    const attemptFrom = async (attempt: number): Promise<Answer> => {
      const answer = await model.generate(request, signal, onDelta)
      if (!('fault' in answer) || attempt >= options.tries || !mayPass(answer.fault)) return answer
      const waitMs = waitFor(answer.fault, attempt, options)
      options.onRetry?.({ model: model.name, turn: request.turn, attempt: attempt + 1, waitMs, fault: answer.fault })
      await options.sleep(waitMs, signal)
      if (signal.aborted) return { fault: createFault('cancelled', `${model.name} was interrupted while waiting to ask again`) }
      return attemptFrom(attempt + 1)
    }
    return attemptFrom(1)
  },
})
