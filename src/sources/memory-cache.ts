import type { Cache } from './with-cache.ts'

/** A cache for one process alone. */
export const createMemoryCache = (): Cache => {
  const entries = new Map<string, { value: string; expiresAt: number }>()
  return {
    get(key, now) {
      const entry = entries.get(key)
      return entry !== undefined && entry.expiresAt > now ? entry.value : undefined
    },
    set(key, value, expiresAt) {
      entries.set(key, { value, expiresAt })
    },
  }
}
