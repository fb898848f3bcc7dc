import type { Dirent } from 'node:fs'
import { chmod, lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createFault, type Fault } from '../core/fault.ts'
import type { Program } from './sandbox.ts'
import { reservedFiles } from './work-folder.ts'

/** How much a program may leave behind, its own files included. */
export const leftLimits = { files: 1000, bytes: 512 * 1024 * 1024, depth: 16 }

const tooMuch = (what: string): Fault => createFault('limit', `the program left ${what}`)

const faultOf = (files: number, bytes: number, depth: number): Fault | undefined => {
  if (depth > leftLimits.depth) return tooMuch(`folders deeper than ${leftLimits.depth}`)
  if (files > leftLimits.files) return tooMuch(`more than ${leftLimits.files} files`)
  return bytes > leftLimits.bytes ? tooMuch(`more than ${leftLimits.bytes / 1024 / 1024} MiB of files`) : undefined
}

/** A folder may have been left closed, even to its owner. The first stays closed to others until all in it is swept. */
const listFolder = async (folder: string, name: string): Promise<Dirent[]> => {
  const path = join(folder, name)
  await chmod(path, name === '' ? 0o700 : 0o755)
  return readdir(path, { withFileTypes: true })
}

/** Takes from a plain file the bits with which who starts it becomes its owner, and gives its owner back that it can be read. Its size. */
const sweepFile = async (path: string): Promise<number> => {
  const { mode, size } = await lstat(path)
  const wanted = (mode & 0o777) | 0o600
  if ((mode & 0o7777) !== wanted) await chmod(path, wanted)
  return size
}

/**
 * The paths within the folder of the plain files that the program made, sorted, or a fault 'limit'. Links, pipes, sockets
 * and devices are removed: who opens a result by its name must never be led out of the folder, or made to wait. No file stays
 * setuid. Only to be called when nothing of the program is alive.
 */
export const sweepFolder = async (folder: string, program: Program): Promise<{ files: string[]; fault?: Fault }> => {
  const own = new Set([...Object.keys(program.files), ...reservedFiles])
  const names: string[] = []
  const folders = [{ name: '', depth: 0 }]
  let bytes = 0
  for (let at = folders.pop(); at; at = folders.pop()) {
    const { name: parent, depth } = at
    for (const entry of await listFolder(folder, parent)) {
      const name = parent ? `${parent}/${entry.name}` : entry.name
      if (entry.isDirectory()) folders.push({ name, depth: depth + 1 })
      else if (entry.isFile()) {
        names.push(name)
        bytes += await sweepFile(join(folder, name))
      } else await rm(join(folder, name))
    }
    const fault = faultOf(names.length + folders.length, bytes, depth)
    if (fault) return { files: [], fault }
  }
  await chmod(folder, 0o755)
  return { files: names.filter((name) => !own.has(name)).sort() }
}
