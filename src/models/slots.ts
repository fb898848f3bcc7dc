import { createFault } from '../core/fault.ts'
import type { Model } from './model.ts'

/** Waits for a free place and gives the function that frees it again; nothing when the signal came first. First come, first served. */
export type Slots = (signal: AbortSignal) => Promise<(() => void) | undefined>

export const createSlots = (count: number): Slots => {
  let free = count
  const waiting: (() => void)[] = []
  const give = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return (signal) => {
    if (free > 0) {
      free -= 1
      return Promise.resolve(give)
    }
    return new Promise((resolve) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1)
        resolve(undefined)
      }
      const enter = () => {
        signal.removeEventListener('abort', leave)
        resolve(give)
      }
      waiting.push(enter)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
}

/** Lets only so many requests at a time reach a model; the others wait here, where waiting counts against no time limit. */
export const withSlots = (model: Model, slots: Slots): Model => ({
  ...model,
  async generate(request, signal, onDelta) {
    const cancelled = { fault: createFault('cancelled', `${model.name} was not asked any more`) }
    if (signal.aborted) return cancelled
    const free = await slots(signal)
    if (!free) return cancelled
    try {
      return await model.generate(request, signal, onDelta)
    } finally {
      free()
    }
  },
})
