import { exitStatus, GalError } from '../core/error.ts'

/** What the system says when a disk or a folder gives out, outside the database too. */
const systemTroubles: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space, then gal resume',
  EROFS: 'the folder is read-only; choose another with --runs',
  EACCES: 'the folder may not be written to; choose another with --runs',
  EDQUOT: 'the disk quota is used up; free some space, then gal resume',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
}

/** What a person is told of an error, and the exit status that goes with it. A defect shows its stack: it is to be reported. */
export const explain = (error: unknown): { lines: string[]; status: number } => {
  if (error instanceof GalError) {
    const lines = error.message.split('\n').map((line) => `gal: ${line}`)
    return { lines: error.hint ? [...lines, `  ${error.hint}`] : lines, status: error.status }
  }
  const { code, message = String(error), stack } = error as NodeJS.ErrnoException
  const trouble = systemTroubles[code ?? '']
  if (trouble) return { lines: [`gal: ${message}`, `  ${trouble}`], status: exitStatus.machine }
  return {
    lines: [
      `gal: this is a defect in gal: ${message}`,
      stack ?? '',
      '  please report it with the lines above; gal resume goes on with the run',
    ],
    status: exitStatus.defect,
  }
}
