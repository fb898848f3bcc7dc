import type { ImportPackage } from './load-package.ts'
import type { Model } from './model.ts'
import type { Servers } from './servers.ts'
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
  /** The servers of providers that have several, shared by all models. */
  servers?: Servers
  /** Milliseconds of a clock that never goes back. */
  now?: () => number
  /** How packages are found that only some people install. */
  importPackage?: ImportPackage
  /** The folder that gal keeps for its user: GGUF files are in models/ of it, packages that only some people install in packages/. */
  cacheFolder?: string
}

/** A model, and a sentence for people that says which it is and why. */
export type Opened = { model: Model; why: string }
