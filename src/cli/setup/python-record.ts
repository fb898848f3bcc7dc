import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { GalError } from '../../core/error.ts'

/** The versions and hashes that are installed; `node tools/python/pin.ts` writes it. */
export const requirementsFile = join(import.meta.dirname, 'requirements.txt')

/** What an environment was made from: told apart from what is wanted now. */
const record = z.strictObject({ requirements: z.string(), packages: z.array(z.string()) })
export type PythonRecord = z.infer<typeof record>

const recordIn = (folder: string): string => join(folder, 'gal.json')

/** One release of one package of the registry, and nothing that is an option, an address or a path. */
const isRelease = (text: string): boolean => /^[A-Za-z0-9]([\w.-]{0,98}[A-Za-z0-9])?(\[[\w,-]{1,80}\])?==\d[\w.!+-]{0,60}$/.test(text)

/** What is wanted with these packages beside gal's own. Throws GalError `bad-config` for one that is not a single release. */
export const wantedPython = (packages: readonly string[]): PythonRecord => {
  const bad = packages.find((one) => !isRelease(one))
  if (bad !== undefined)
    throw new GalError(
      'bad-config',
      `${JSON.stringify(bad.slice(0, 80))} is not one release of a package`,
      'write name==version, as in networkx==3.3',
    )
  const requirements = createHash('sha256').update(readFileSync(requirementsFile)).digest('hex')
  return { requirements, packages: [...new Set(packages)].sort() }
}

/** What the environment in this folder was made from; nothing when it is not gal's, or not whole. */
export const readPythonRecord = (folder: string): PythonRecord | undefined => {
  if (!existsSync(recordIn(folder))) return undefined
  try {
    return record.safeParse(JSON.parse(readFileSync(recordIn(folder), 'utf8'))).data
  } catch {
    return undefined // Not JSON: as good as not there, and the environment is made anew.
  }
}

export const writePythonRecord = (folder: string, made: PythonRecord): void =>
  writeFileSync(recordIn(folder), `${JSON.stringify(made, undefined, 2)}\n`)

export const isSameRecord = (one: PythonRecord, other: PythonRecord): boolean => JSON.stringify(one) === JSON.stringify(other)
