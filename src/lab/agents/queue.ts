import { createSlots } from '../../models/slots.ts'

/** Does work in its turn. Gives what the work gives; undefined when the signal came before its turn. */
export type Queue = <Result>(lane: string, signal: AbortSignal, work: () => Promise<Result>) => Promise<Result | undefined>

/** Work of one lane is done piece by piece, first come, first served; of different lanes at most `most` at a time. */
export const createQueue = (most: number): Queue => {
  const slots = createSlots(most)
  const lasts = new Map<string, Promise<void>>()
  return async (lane, signal, work) => {
    const { promise: over, resolve: leave } = Promise.withResolvers<void>()
    const before = lasts.get(lane)
    lasts.set(lane, over)
    try {
      await before
      const free = signal.aborted ? undefined : await slots(signal)
      if (!free) return undefined
      try {
        return await work()
      } finally {
        free()
      }
    } finally {
      if (lasts.get(lane) === over) lasts.delete(lane)
      leave()
    }
  }
}
