/** Milliseconds to the first byte of an answer, and from one piece of it to the next. */
export type Timeouts = { firstMs: number; idleMs: number }

export const patient: Timeouts = { firstMs: 300_000, idleMs: 120_000 }

/** Waits for signs of life: `alive` after each, `bark` when none came in time. Ends with the signal. */
export const createWatchdog = ({ firstMs, idleMs }: Timeouts, signal: AbortSignal, bark: (message: string) => void): { alive(): void } => {
  let timer = setTimeout(bark, firstMs, `sent nothing for ${firstMs / 1000} s`)
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  if (signal.aborted) clearTimeout(timer)
  return {
    alive() {
      clearTimeout(timer)
      if (!signal.aborted) timer = setTimeout(bark, idleMs, `fell silent for ${idleMs / 1000} s in the middle of its answer`)
    },
  }
}
