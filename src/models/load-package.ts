import { GalError } from '../core/error.ts'

/** Imports a package by its name. */
export type ImportPackage = (name: string) => Promise<unknown>

const importIt: ImportPackage = (name) => import(name)

/** Of the package itself, not of something that it needs in turn: that would be a broken installation, to be seen as it is. */
const isMissing = (error: unknown, name: string): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(`'${name}'`)

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
export const loadPackage = async (name: string, whoseApi: string, importPackage?: ImportPackage): Promise<unknown> => {
  const found = await findPackage(name, importPackage)
  if (found === undefined)
    throw new GalError('missing-package', `${whoseApi} is asked through ${name}, which is not installed`, `npm install ${name}`)
  return found
}
