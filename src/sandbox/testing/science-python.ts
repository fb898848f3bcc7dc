import { existsSync } from 'node:fs'
import { cacheFolder } from '../../api/cache-folder.ts'
import { pythonFolder, pythonOf } from '../choose-python.ts'
import { describePython } from '../python-packages.ts'

const made = pythonOf(pythonFolder(cacheFolder(process.env)))
const path = process.env.GAL_PYTHON ?? (existsSync(made) ? made : undefined)

const has = async (pythonPath: string): Promise<boolean> => {
  const found = await describePython({ pythonPath, env: { PATH: process.env.PATH ?? '' } }, ['scikit-learn'], AbortSignal.any([]))
  return 'packages' in found && found.packages['scikit-learn'] !== null
}

/** A Python with scikit-learn, where this machine has one. */
export const sciencePython: string | undefined = path !== undefined && (await has(path)) ? path : undefined

/** For the names of tests that want it. */
export const whyNoScience = sciencePython === undefined ? ' (skipped: needs Python with scikit-learn: npx gal setup python)' : ''
