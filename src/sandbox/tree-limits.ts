import type { TreeLimits } from '../process/watch-tree.ts'
import { nodeOwnMiB } from './resource-limits.ts'
import type { RunSettings } from './sandbox.ts'

/** Size of each of the scratch folders /tmp and /dev/shm, which are memory. */
export const scratchMiB = ({ memoryMiB }: RunSettings): number => Math.max(16, Math.ceil(memoryMiB / 4))

/**
 * What a program may take with all that it starts: `memoryMiB` is for each process, and two such may run at once beside what Node needs for
 * itself. More processes than a pool of workers for every core would want.
 */
export const treeLimits = ({ memoryMiB }: RunSettings): TreeLimits => ({ processes: 256, memoryMiB: 2 * memoryMiB + nodeOwnMiB })
