import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'

const make = (list: string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-test-'))
  list.push(folder)
  return folder
}
const clear = (list: string[]) => {
  for (const folder of list.splice(0)) rmSync(folder, { recursive: true, force: true })
}

const [each, kept]: [string[], string[]] = [[], []]
afterEach(() => clear(each))
afterAll(() => clear(kept))

/** A folder that is gone after the test. */
export const temporary = (): string => make(each)
/** A folder that is gone after the last test of the file. */
export const keptFolder = (): string => make(kept)
