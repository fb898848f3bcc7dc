import type { Model } from './model.ts'
import type { Sleep } from './sleep.ts'
import type { Slots } from './slots.ts'
import type { Retry } from './with-retry.ts'

/** Reads a secret by the name of its environment variable. */
export type Secret = (name: string) => string | undefined

export type ModelDeps = {
  createRehearsal: () => Model
  signal: AbortSignal
  random: () => number
  onRetry?: (retry: Retry) => void
  sleep?: Sleep
  fetch?: typeof fetch
  /** Shared by the models of one Ollama server. */
  ollamaSlots?: Slots
}

/** A model, and a sentence for people that says which it is and why. */
export type Opened = { model: Model; why: string }
