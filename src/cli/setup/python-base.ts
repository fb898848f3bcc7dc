import { GalError } from '../../core/error.ts'
import { locatePython } from '../../sandbox/interpreters.ts'
import { onPath } from '../doctor/on-path.ts'

/** The versions, as 3.N, that the pinned packages have builds for. */
const [oldest, newest] = [10, 14]

const names = ['python3', ...Array.from({ length: newest - oldest + 1 }, (_, index) => `python3.${newest - index}`), 'python']

const fits = (version: string): boolean => {
  const [major, minor = 0] = version.split('.').map(Number)
  return major === 3 && minor >= oldest && minor <= newest
}

/** What an environment is made with: the path of a Python, or with uv alone a version that uv finds or fetches. */
export type PythonBase = { uv: string | undefined; python: string; version: string }

/** The first Python of the PATH that fits. Throws GalError `missing-file` when there is none, and no uv that could fetch one. */
export const findPythonBase = async (env: Readonly<Record<string, string>>): Promise<PythonBase> => {
  const uv = onPath(process.platform === 'win32' ? 'uv.exe' : 'uv', env.PATH)
  const seen: string[] = []
  for (const name of names) {
    const found = await locatePython({ pythonPath: name, nodePath: process.execPath, bwrapPath: 'bwrap', env })
    if ('problem' in found) continue
    if (fits(found.version)) return { uv, python: found.path, version: found.version }
    seen.push(`${name} is ${found.version}`)
  }
  if (uv !== undefined) return { uv, python: '3.12', version: '3.12' }
  throw new GalError(
    'missing-file',
    `there is no Python 3.${oldest} to 3.${newest} on the PATH${seen.length === 0 ? '' : `: ${seen.join(', ')}`}`,
    'install one (apt-get install python3 python3-venv), or install uv, which fetches one',
  )
}
