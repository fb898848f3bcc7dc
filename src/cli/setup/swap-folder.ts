import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const remove = (path: string) => rmSync(path, { recursive: true, force: true })

/** What processes that have died left beside a folder. */
const leftovers = (folder: string): string[] =>
  readdirSync(dirname(folder))
    .filter((name) => name.startsWith(`${basename(folder)}.`))
    .filter((name) => {
      const pid = /\.(?:new|old)-(\d+)$/.exec(name)?.[1]
      return pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))
    })
    .map((name) => join(dirname(folder), name))

/**
 * Makes a folder anew beside its place, by `make`, and gives it the name only when that did not throw. So the folder is there
 * whole or not at all, and the one before stays until there is a new one.
 */
export const swapFolder = async (folder: string, make: (neighbour: string) => Promise<void>): Promise<void> => {
  mkdirSync(dirname(folder), { recursive: true })
  leftovers(folder).forEach(remove)
  const [fresh, old] = [`${folder}.new-${process.pid}`, `${folder}.old-${process.pid}`]
  try {
    await make(fresh)
    const before = existsSync(folder)
    if (before) renameSync(folder, old)
    try {
      renameSync(fresh, folder)
    } catch (error) {
      if (before) renameSync(old, folder)
      throw error
    }
  } finally {
    remove(fresh)
    remove(old)
  }
}
