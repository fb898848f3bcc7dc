import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { GalError } from '../../core/error.ts'

/** The viewer takes no longer line, in bytes. */
const longest = 8 * 1024 * 1024
const howToWriteOne = 'gal export latest --format jsonl -o FILE writes one'

const whyOf = (cause: unknown): string => {
  const { code } = cause as NodeJS.ErrnoException
  return code === 'EACCES' || code === 'EPERM' ? 'it may not be opened' : String(cause)
}

/** The beginning of a file, up to the end of its first line that is not empty. */
const firstLine = (file: string): string => {
  const open = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(64 * 1024)
    const parts: Buffer[] = []
    for (let size = 0; size <= longest; ) {
      const count = readSync(open, bytes)
      if (count === 0) break
      parts.push(Buffer.from(bytes.subarray(0, count)))
      size += count
      if (bytes.subarray(0, count).includes(10) && Buffer.concat(parts).toString('utf8').trimStart().includes('\n')) break
    }
    return Buffer.concat(parts).toString('utf8').trimStart().split('\n', 1)[0]?.trim() ?? ''
  } finally {
    closeSync(open)
  }
}

/** Whether a line of a file, or a frame of the wire, is an entry of a run. */
const isEntry = (line: string): boolean => {
  try {
    const { run, seq, at, event } = JSON.parse(line)
    return typeof run === 'string' && Number.isInteger(seq) && typeof at === 'string' && typeof event?.type === 'string'
  } catch {
    return false // No JSON, or null.
  }
}

/** Why a file is no record of a run; undefined where its first line is an entry. */
const faultOf = (file: string): string | undefined => {
  try {
    if (!statSync(file).isFile()) return 'it is no file'
    const line = firstLine(file)
    if (line === '') return 'it is empty'
    if (line.length > longest) return 'its first line is too long'
    return isEntry(line) ? undefined : 'its first line is no entry of a run'
  } catch (cause) {
    return whyOf(cause)
  }
}

/** Refuses what the viewer could show nothing of, before a window is opened. */
export const checkRecord = (file: string): void => {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) throw new GalError('missing-file', `there is no file ${file}`, howToWriteOne)
  const why = faultOf(file)
  if (why !== undefined) throw new GalError('bad-option', `${file} cannot be read as a record: ${why}`, howToWriteOne)
}
