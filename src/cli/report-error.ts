import { exitStatus, GalError } from '../core/error.ts'
import { printable } from './printable.ts'

/** What the system says when a disk or a folder gives out, outside the database too. */
const systemTroubles: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space, then gal resume',
  EROFS: 'the folder is read-only; choose another with --runs',
  EACCES: 'the folder may not be written to; choose another with --runs',
  EDQUOT: 'the disk quota is used up; free some space, then gal resume',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
}

/** Each line of a text behind these words, safe to print: a key, a path or a model's answer may stand in it. */
const behind = (lead: string, text: string): string[] => text.split('\n').map((line) => `${lead}${printable(line)}`)

/** A stack with its own indentation. */
const traced = (stack: string): string[] =>
  stack.split('\n').map((line) => `${' '.repeat(line.length - line.trimStart().length)}${printable(line.trimStart())}`)

/**
 * What a person is told of an error, line by line and without control characters, and the exit status that goes with it. A defect shows
 * its stack: it is to be reported.
 */
export const explain = (error: unknown): { lines: string[]; status: number } => {
  if (error instanceof GalError)
    return { lines: [...behind('gal: ', error.message), ...(error.hint ? behind('  ', error.hint) : [])], status: error.status }
  const { code, message = String(error), stack } = error as NodeJS.ErrnoException
  const trouble = systemTroubles[code ?? '']
  if (trouble) return { lines: [...behind('gal: ', message), `  ${trouble}`], status: exitStatus.machine }
  return {
    lines: [
      ...behind('gal: ', `this is a defect in gal: ${message}`),
      ...traced(stack ?? ''),
      '  please report it with the lines above; gal resume goes on with the run',
    ],
    status: exitStatus.defect,
  }
}
