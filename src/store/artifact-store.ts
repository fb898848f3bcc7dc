import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { GalError } from '../core/error.ts'
import { onDisk } from './disk-fault.ts'
import { makeFolder } from './make-folder.ts'

/** The files of one run. Names are relative, with '/' between folders: `figures/accuracy.svg`. */
export type ArtifactStore = {
  /** The file is there whole or not at all, also after a power failure; an earlier one of that name is replaced. */
  write(name: string, content: string | Uint8Array): { sha256: string; bytes: number }
  /** Throws GalError `missing-file`. */
  read(name: string): Buffer
  /** All names, sorted. */
  list(): string[]
}

/** One part of a name. A leading point is refused: '..', and hidden files, temporary ones among them. */
const part = /^[\p{L}\p{N}_][\p{L}\p{N}_ .+=,@-]{0,199}$/u

const checked = (name: string): string => {
  if (name.split('/').every((piece) => part.test(piece))) return name
  const problem = `${JSON.stringify(name)} is no name for an artifact`
  throw new GalError('bad-option', problem, 'use letters, digits, _ . + = , @ - and spaces, with / between folders')
}

const sync = (path: string): void => {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** @param folder made at the first write */
export const createArtifactStore = (folder: string): ArtifactStore => ({
  write(name, content) {
    const target = join(folder, checked(name))
    const bytes = Buffer.from(content)
    // The same name again after a crash, so that what a killed process left is overwritten and never piles up.
    const temporary = join(dirname(target), `.${target.slice(dirname(target).length + 1)}.part`)
    onDisk(target, () => {
      makeFolder(dirname(target))
      try {
        writeFileSync(temporary, bytes, { flush: true })
        renameSync(temporary, target)
      } catch (error) {
        rmSync(temporary, { force: true })
        throw error
      }
      // Windows opens no folders, and keeps the new name without it.
      if (process.platform !== 'win32') sync(dirname(target))
    })
    return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
  },

  read(name) {
    const path = join(folder, checked(name))
    if (!existsSync(path)) throw new GalError('missing-file', `there is no artifact ${name} in ${folder}`, 'gal show lists them')
    return onDisk(path, () => readFileSync(path))
  },

  list() {
    if (!existsSync(folder)) return []
    return onDisk(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort()
  },
})
