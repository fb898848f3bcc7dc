import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { cacheFolder } from '../../api/cache-folder.ts'

/** Why a test is skipped that needs it. */
export const needsPython = 'needs Python with scikit-learn: npx gal setup python'

const candidates = [process.env.GAL_PYTHON, join(cacheFolder(process.env), 'python', 'bin', 'python')].filter((path) => path !== undefined)

/** A Python that has scikit-learn: GAL_PYTHON, or the one that `gal setup python` makes. */
export const python = candidates.find((path) => spawnSync(path, ['-c', 'import sklearn'], { timeout: 60_000 }).status === 0)

/** What a Python program prints, run in a folder with a text as its input. */
export const runPython = (program: string, folder: string, input = ''): string =>
  execFileSync(python ?? 'python3', ['-c', program], { cwd: folder, input, encoding: 'utf8', timeout: 120_000 })
