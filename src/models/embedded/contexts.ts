/** A context that a conversation has for itself until it gives it back. */
export type Seat<Context> = { context: Context; release(): void }

type Kept<Context> = { context: Context; conversation: string; busy: boolean; usedAt: number }

export type Contexts<Context> = {
  /** The context that has read this conversation, a new one, or the one that was left alone for longest; nothing when the signal came first. */
  take(conversation: string, signal: AbortSignal): Promise<Seat<Context> | undefined>
}

/**
 * Contexts of one model, each with what it has read of one conversation: made when they are first needed, at most so many, and fewer
 * when there is no memory for another. Throws what `create` throws when not even one could be made.
 */
export const createContexts = <Context>(most: number, create: () => Promise<Context>): Contexts<Context> => {
  const kept: Kept<Context>[] = []
  const waiting = new Set<() => void>()
  let [limit, making, uses] = [most, 0, 0]

  const wake = () => {
    for (const go of [...waiting]) go()
  }
  const freed = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const go = () => {
        waiting.delete(go)
        signal.removeEventListener('abort', go)
        resolve()
      }
      waiting.add(go)
      signal.addEventListener('abort', go, { once: true })
    })
  const lend = (one: Kept<Context>, conversation: string): Seat<Context> => {
    uses += 1
    Object.assign(one, { conversation, busy: true, usedAt: uses })
    const release = () => {
      one.busy = false
      wake()
    }
    return { context: one.context, release }
  }
  /** Nothing when there is no room for one more beside those that there are. */
  const make = async (): Promise<Kept<Context> | undefined> => {
    making += 1
    try {
      const one = { context: await create(), conversation: '', busy: true, usedAt: 0 }
      kept.push(one)
      return one
    } catch (error) {
      if (kept.length === 0) throw error
      limit = kept.length
      return undefined
    } finally {
      making -= 1
      wake()
    }
  }

  const take: Contexts<Context>['take'] = async (conversation, signal) => {
    if (signal.aborted) return undefined
    const idle = kept.filter(({ busy }) => !busy)
    const own = idle.find((one) => one.conversation === conversation)
    if (own) return lend(own, conversation)
    if (kept.length + making < limit) {
      const made = await make()
      return made ? lend(made, conversation) : take(conversation, signal)
    }
    const oldest = idle.toSorted((a, b) => a.usedAt - b.usedAt)[0]
    if (oldest) return lend(oldest, conversation)
    await freed(signal)
    return take(conversation, signal)
  }
  return { take }
}
