import { measureTree, type TreeSize } from './measure-tree.ts'

/** What a process and all that descend from it may take together: limits of the system are for each process alone. */
export type TreeLimits = { processes: number; memoryMiB: number }

const everyMs = 250

const overrunOf = (size: TreeSize | undefined, limits: TreeLimits): keyof TreeLimits | undefined => {
  if (!size) return undefined
  if (size.processes > limits.processes) return 'processes'
  return size.memoryMiB > limits.memoryMiB ? 'memoryMiB' : undefined
}

/**
 * Looks four times a second at the tree of a process, of which the pid may not be known yet, and calls back with the limit that it is
 * beyond. Gives the function that ends it.
 */
export const watchTree = (
  pid: () => number | undefined,
  limits: TreeLimits,
  onOverrun: (limit: keyof TreeLimits) => void,
): (() => void) => {
  let looking = false
  let ended = false
  const look = async (root: number) => {
    const limit = overrunOf(await measureTree(root), limits)
    if (limit && !ended) onOverrun(limit)
  }
  const timer = setInterval(() => {
    const root = pid()
    if (looking || root === undefined) return
    looking = true
    look(root)
      // A list of processes that cannot be had now can be had at the next look.
      .catch(() => undefined)
      .finally(() => {
        looking = false
      })
  }, everyMs)
  return () => {
    ended = true
    clearInterval(timer)
  }
}
