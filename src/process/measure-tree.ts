import { execFile } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

/** How many processes a tree has, and how much memory they hold together. */
export type TreeSize = { processes: number; memoryMiB: number }

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Any process may end between two looks at it, and another user's may not be looked at closely. */
const orIfGone = async <T>(look: Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await look
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return otherwise
    throw error
  }
}
const readIfThere = (path: string): Promise<string> => orIfGone(readFile(path, 'utf8'), '')
const listIfThere = (path: string): Promise<string[]> => orIfGone(readdir(path), [])

const childrenOf = async (pid: number): Promise<number[]> => {
  const threads = await listIfThere(`/proc/${pid}/task`)
  const lists = await Promise.all(threads.map((thread) => readIfThere(`/proc/${pid}/task/${thread}/children`)))
  return lists
    .flatMap((list) => list.split(' '))
    .filter((word) => word !== '')
    .map(Number)
}

/**
 * KiB of a process's memory; what it shares with others is counted in part to each, or a few hundred forks that changed nothing would count
 * as a few hundred interpreters. VmRSS stands in where that may not be read.
 */
const mappedMemory = async (pid: number): Promise<number> => {
  const shared = /^Pss:\s+(\d+)/m.exec(await readIfThere(`/proc/${pid}/smaps_rollup`))
  const found = shared ?? /^VmRSS:\s+(\d+)/m.exec(await readIfThere(`/proc/${pid}/status`))
  return Number(found?.[1] ?? 0)
}

/** Open files that have no name: memory that is mapped nowhere (memfd_create), and files that were deleted while open, which no folder shows. */
const namelessFiles = async (pid: number): Promise<{ id: string; kiB: number }[]> => {
  const numbers = await listIfThere(`/proc/${pid}/fd`)
  const stats = await Promise.all(numbers.map((number) => orIfGone(stat(`/proc/${pid}/fd/${number}`), undefined)))
  return stats.flatMap((found) =>
    found?.isFile() && found.nlink === 0 ? [{ id: `${found.dev}:${found.ino}`, kiB: found.blocks / 2 }] : [],
  )
}

const measureLinux = async (root: number): Promise<TreeSize> => {
  const found = [root]
  for (let level = found; level.length > 0; ) {
    level = (await Promise.all(level.map(childrenOf))).flat()
    found.push(...level)
  }
  const mapped = await Promise.all(found.map(mappedMemory))
  // Processes share what they inherited, and a file counts once.
  const nameless = new Map((await Promise.all(found.map(namelessFiles))).flat().map(({ id, kiB }) => [id, kiB]))
  return { processes: found.length, memoryMiB: (sumOf(mapped) + sumOf([...nameless.values()])) / 1024 }
}

type Listed = { pid: number; parent: number; kiB: number }

/** A tree within what ps lists. Exported for its test. */
export const measureListed = (root: number, listed: readonly Listed[]): TreeSize => {
  const found = new Set([root])
  // A parent may stand behind its children in the list.
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { pid, parent } of listed) if (found.has(parent)) found.add(pid)
  }
  const own = listed.filter(({ pid }) => found.has(pid))
  return { processes: own.length, memoryMiB: sumOf(own.map(({ kiB }) => kiB)) / 1024 }
}

const measureUnix = async (root: number): Promise<TreeSize> => {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss='], { env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' } })
  const rows = stdout.trim().split('\n')
  return measureListed(
    root,
    rows.map((row) => {
      const [pid = 0, parent = 0, kiB = 0] = row.trim().split(/\s+/).map(Number)
      return { pid, parent, kiB }
    }),
  )
}

/** The size of a process and of all that descend from it; undefined on Windows, which does not say it cheaply. */
export const measureTree = async (root: number): Promise<TreeSize | undefined> => {
  if (process.platform === 'win32') return undefined
  return process.platform === 'linux' ? measureLinux(root) : measureUnix(root)
}
