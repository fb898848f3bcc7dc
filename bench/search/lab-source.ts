import { readFile } from 'node:fs/promises'

/** The helper module that gal lays beside programs. */
export const labSource = (): Promise<string> => readFile(new URL('../../src/sandbox/lab-module/lab.py', import.meta.url), 'utf8')
