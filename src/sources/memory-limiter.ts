import type { Limiter } from './with-limit.ts'

/** A limiter for one process alone. */
export const createMemoryLimiter = (): Limiter => {
  const freeAt = new Map<string, number>()
  return {
    take(host, intervalMs, now) {
      const left = (freeAt.get(host) ?? 0) - now
      if (left > 0) return left
      freeAt.set(host, now + intervalMs)
      return 0
    },
    block(host, untilMs) {
      freeAt.set(host, Math.max(freeAt.get(host) ?? 0, untilMs))
    },
  }
}
