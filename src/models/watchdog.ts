/** Milliseconds to the first byte of an answer, from one piece of it to the next, and for all of it. */
export type Timeouts = { firstMs: number; idleMs: number; totalMs: number }

export const patient: Timeouts = { firstMs: 300_000, idleMs: 120_000, totalMs: 3_600_000 }

/** Waits for signs of life: `alive` after each, `bark` when none came in time or it all takes too long. Ends with the signal. */
export const createWatchdog = (
  { firstMs, idleMs, totalMs }: Timeouts,
  signal: AbortSignal,
  bark: (message: string) => void,
): { alive(): void } => {
  const total = setTimeout(bark, totalMs, `was not done with its answer after ${totalMs / 1000} s`)
  let timer = setTimeout(bark, firstMs, `sent nothing for ${firstMs / 1000} s`)
  const rest = () => {
    clearTimeout(timer)
    clearTimeout(total)
  }
  signal.addEventListener('abort', rest, { once: true })
  if (signal.aborted) rest()
  return {
    alive() {
      clearTimeout(timer)
      if (!signal.aborted) timer = setTimeout(bark, idleMs, `fell silent for ${idleMs / 1000} s in the middle of its answer`)
    },
  }
}
