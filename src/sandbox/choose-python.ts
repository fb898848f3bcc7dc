import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where `gal setup python` puts its virtual environment. */
export const pythonFolder = (cacheFolder: string): string => join(cacheFolder, 'python')

/** The interpreter of a virtual environment. */
export const pythonOf = (folder: string, platform: NodeJS.Platform = process.platform): string =>
  platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python')

/** `path` is a path, or a name that is looked up on the PATH. `why` says in a few words where the choice comes from. */
export type ChosenPython = { path: string; why: string }

/**
 * Which Python runs programs: GAL_PYTHON, else the one that is configured, else the one that `gal setup python` made, else python3
 * of the PATH. An environment whose Python has gone, as after an upgrade of the system, is passed over.
 */
export const choosePython = (
  env: Readonly<Record<string, string | undefined>>,
  cacheFolder: string,
  configured: string | undefined,
): ChosenPython => {
  if (env.GAL_PYTHON) return { path: env.GAL_PYTHON, why: 'GAL_PYTHON names it' }
  if (configured) return { path: configured, why: 'the configuration names it' }
  const made = pythonOf(pythonFolder(cacheFolder))
  return existsSync(made) ? { path: made, why: 'gal setup python made it' } : { path: 'python3', why: 'the first on the PATH' }
}
