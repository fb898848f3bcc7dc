import { GalError } from '../core/error.ts'

const full = (where: string, cause: unknown): GalError =>
  new GalError('disk-full', `${where} could not be written: the disk is full`, 'free some space, then gal resume', { cause })

const readOnly = (where: string, cause: unknown): GalError =>
  new GalError('read-only', `${where} may not be written to`, 'mend its permissions, or choose another folder with --runs', { cause })

const corrupt = (where: string, cause: unknown): GalError =>
  new GalError('corrupt-database', `${where} is not a database of gal, or is damaged`, 'put back a copy, or move it away to start anew', {
    cause,
  })

const busy = (where: string, cause: unknown): GalError =>
  new GalError('database-busy', `${where} is held by another process for too long`, 'end that process, then gal resume', { cause })

/** What SQLite's and the system's codes mean for people; the first that fits counts. */
const meanings: readonly [RegExp, typeof full][] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, full],
  [/^SQLITE_IOERR_(READ|SHORT_READ|CORRUPTFS|DATA)$/, corrupt],
  [/^SQLITE_IOERR/, full],
  // ENOENT: what Node says when it may not make a folder within a folder that is missing too.
  [/^(ENOENT|EROFS|EACCES|EPERM|ENOTDIR|EEXIST|EISDIR|SQLITE_PERM|SQLITE_AUTH|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/, readOnly],
  [/^SQLITE_(BUSY|LOCKED).*$/, busy],
  [/^SQLITE_(NOTADB|CORRUPT.*)$/, corrupt],
]

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/**
 * Does something with the disk, and tells its troubles so that a person can mend them: `disk-full`, `read-only`,
 * `corrupt-database`. Any other error goes on as it is.
 * @param where the file or folder, as the person knows it
 */
export const onDisk = <Result>(where: string, act: () => Result): Result => {
  try {
    return act()
  } catch (error) {
    const code = codeOf(error)
    const meaning = meanings.find(([pattern]) => pattern.test(code))
    throw meaning ? meaning[1](where, error) : error
  }
}
