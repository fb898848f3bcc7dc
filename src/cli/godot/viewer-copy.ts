import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative, sep } from 'node:path'
import { GalError } from '../../core/error.ts'
import { isPrivate } from './is-private.ts'

/** Of no use to who looks on; Godot makes the first two anew. */
const leftOut: ReadonlySet<string> = new Set(['.godot', 'export', 'tests'])

const isTaken = (packaged: string, path: string): boolean => !leftOut.has(relative(packaged, path).split(sep)[0] ?? '')

/** Tells a package's files from any others: their names, sizes in bytes and times. */
const fingerprint = (packaged: string): string => {
  const files = readdirSync(packaged, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => isTaken(packaged, path))
    .map((path) => ({ path, ...statSync(path) }))
    .map(({ path, size, mtimeMs }) => JSON.stringify([relative(packaged, path), size, mtimeMs]))
  return createHash('sha256').update(files.sort().join('\n')).digest('hex')
}

const stampIn = (copy: string): string => join(copy, '.gal-copied')

/** Whether it is a folder, and no link to one, that this user alone can write to, made from these very files. */
const isCopyOf = (files: string, copy: string): boolean => {
  try {
    const stats = lstatSync(copy)
    return stats.isDirectory() && isPrivate(stats) && readFileSync(stampIn(copy), 'utf8') === files
  } catch {
    return false // There is none, or none of gal's.
  }
}

/** Whoever owns the folder around a copy can put another in its place. */
const openCache = (cache: string) => {
  mkdirSync(cache, { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  const { uid, mode } = statSync(cache)
  if (uid !== process.geteuid?.())
    throw new GalError('no-viewer', `the cache folder ${cache} belongs to another user`, 'set XDG_CACHE_HOME to a folder of your own')
  if ((mode & 0o022) !== 0) chmodSync(cache, mode & 0o755)
}

/** A link goes, and what it leads to stays. */
const remove = (copy: string) => {
  try {
    rmSync(copy, { recursive: true, force: true })
  } catch (cause) {
    throw new GalError('no-viewer', `${copy} is not what gal put there, and cannot be removed: ${cause}`, 'remove it, then gal view again')
  }
}

/** The copy of a package in `cache`, one for each version of gal; made anew when it is not the user's alone or not of these files. */
export const copyViewer = (packaged: string, cache: string, version: string): string => {
  const copy = join(cache, `viewer-${version}`)
  openCache(cache)
  const files = fingerprint(packaged)
  if (isCopyOf(files, copy)) return copy
  const part = mkdtempSync(`${copy}.`)
  try {
    cpSync(packaged, part, { recursive: true, filter: (from) => isTaken(packaged, from) })
    writeFileSync(stampIn(part), files)
    chmodSync(part, 0o700)
    remove(copy)
    renameSync(part, copy)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    // Another gal was faster.
    if (!isCopyOf(files, copy)) throw error
  }
  return copy
}
