import { constants } from 'node:os'
import type { ProcessEnd } from '../process/run-process.ts'

/** Where a number has two names, the first is the one that everybody uses. */
const signalNames = new Map(
  Object.entries(constants.signals)
    .reverse()
    .map(([name, number]) => [number, name]),
)

/**
 * bubblewrap and docker tell the end by signal n as exit code 128 + n, as shells do; so a program that exits with such a code is taken for
 * one.
 */
export const readSignal = (end: ProcessEnd): ProcessEnd => {
  const name = signalNames.get((end.exitCode ?? 0) - 128)
  return name === undefined ? end : { ...end, exitCode: null, signal: name }
}
