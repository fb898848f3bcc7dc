import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { leftLimits } from './sweep-folder.ts'

const everyMs = 500

const isTooMuch = async (folder: string): Promise<boolean> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  if (entries.length > leftLimits.files) return true
  const stats = await Promise.all(entries.map((entry) => lstat(join(entry.parentPath, entry.name))))
  // Blocks and not sizes: a file with holes takes no more of the disk than what is in it.
  return stats.reduce((sum, { blocks }) => sum + blocks * 512, 0) > leftLimits.bytes
}

/**
 * Calls back while a folder holds more than a program may leave, so that it cannot fill the disk first. Gives the function that
 * ends it.
 */
export const watchFolder = (folder: string, onTooMuch: () => void): (() => void) => {
  let looking = false
  const timer = setInterval(async () => {
    if (looking) return
    looking = true
    // What vanishes while it is read, or is shut, is for the count at the end, which reports what goes wrong.
    if (await isTooMuch(folder).catch(() => false)) onTooMuch()
    looking = false
  }, everyMs)
  return () => clearInterval(timer)
}
