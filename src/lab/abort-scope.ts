import type { Journal } from './journal.ts'

/**
 * A signal for work that takes long: aborted as soon as somebody, also in another process, pauses or stops the run, when
 * the driver is interrupted, or after `seconds`. `close` lets go of everything that it listens to.
 */
export const openScope = (
  journal: Journal,
  interrupt: AbortSignal,
  seconds = Number.POSITIVE_INFINITY,
): { signal: AbortSignal; close(): void } => {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const listen = () => {
    if (journal.lost || journal.state.stopping || journal.state.pausing) abort()
  }
  const forget = journal.onChange(listen)
  const timer = seconds * 1000 < 2 ** 31 ? setTimeout(abort, Math.max(0, seconds * 1000)) : undefined
  interrupt.addEventListener('abort', abort)
  if (interrupt.aborted) abort()
  listen()
  return {
    signal: controller.signal,
    close() {
      clearTimeout(timer)
      forget()
      interrupt.removeEventListener('abort', abort)
    },
  }
}
