import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GalError } from '../core/error.ts'

/** Imports a package by its name. */
export type ImportPackage = (name: string) => Promise<unknown>

const importIt: ImportPackage = (name) => import(name)

/** Of the package itself, not of something that it needs in turn: that would be a broken installation, to be seen as it is. */
const isMissing = (error: unknown, name: string): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(`'${name}'`)

const pathIn = (folder: string, name: string): string | undefined => {
  try {
    return createRequire(join(folder, 'package.json')).resolve(name)
  } catch {
    return undefined // It is not there, or nothing that could be imported.
  }
}

/**
 * Looks in a folder that npm installed packages into, and then where gal itself is installed: so that a gal which lies in a place of
 * its own (npx, a system folder) finds what its user added.
 */
export const importAlsoFrom =
  (folder: string): ImportPackage =>
  async (name) => {
    const path = pathIn(folder, name)
    return path === undefined ? importIt(name) : import(pathToFileURL(path).href)
  }

/** A package that only some people need, or nothing when it is not installed. */
export const findPackage = async (name: string, importPackage: ImportPackage = importIt): Promise<unknown> => {
  try {
    return await importPackage(name)
  } catch (error) {
    if (isMissing(error, name)) return undefined
    throw error
  }
}

/** The same, or GalError `missing-package` with the line that installs it. */
export const loadPackage = async (
  name: string,
  whoseApi: string,
  importPackage?: ImportPackage,
  install = `npm install ${name}`,
): Promise<unknown> => {
  const found = await findPackage(name, importPackage)
  if (found === undefined) throw new GalError('missing-package', `${whoseApi} is asked through ${name}, which is not installed`, install)
  return found
}
