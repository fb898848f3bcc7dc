/** How often the database is asked whether another process wrote to it, in milliseconds: others are to hear within 50. */
const pollInterval = 20

/** Who wants to hear that there is more to read. */
export type Watchers = {
  /** Calls all of them once, as soon as the caller's own work is done. */
  tell(): void
  add(onMore: () => void): () => void
  close(): void
}

/**
 * @param version gives another value after each write by another process. It is asked only while somebody watches, and
 *   the timer keeps no process alive.
 */
export const createWatchers = (version: () => unknown): Watchers => {
  const watching = new Set<{ onMore: () => void }>()
  let telling = false
  let timer: NodeJS.Timeout | undefined
  let known: unknown

  const tell = () => {
    if (telling || watching.size === 0) return
    telling = true
    // Not within an append: what a watcher throws must not look as if nothing had been stored.
    queueMicrotask(() => {
      telling = false
      for (const watcher of [...watching]) if (watching.has(watcher)) watcher.onMore()
    })
  }
  const poll = () => {
    const now = version()
    if (now === known) return
    known = now
    tell()
  }
  const rest = () => {
    clearInterval(timer)
    timer = undefined
  }

  return {
    tell,
    add(onMore) {
      const watcher = { onMore }
      watching.add(watcher)
      if (!timer) {
        known = version()
        timer = setInterval(poll, pollInterval).unref()
      }
      return () => {
        watching.delete(watcher)
        if (watching.size === 0) rest()
      }
    },
    close() {
      watching.clear()
      rest()
    },
  }
}
