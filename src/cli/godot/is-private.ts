import type { Stats } from 'node:fs'

/** Whether a file or folder is the user's own, and nobody else may read or change it. Windows keeps such rights elsewhere: there all are. */
export const isPrivate = ({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): boolean =>
  process.platform === 'win32' || (uid === process.geteuid?.() && (mode & 0o077) === 0)
