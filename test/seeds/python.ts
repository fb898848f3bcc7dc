import { spawnSync } from 'node:child_process'
import { keptFolder } from '../support/temporary.ts'

/** A Python that has the package `websockets`, with the environment that it needs; or why there is none. */
export type Python = { command: string; env: Record<string, string>; why?: never } | { command?: never; why: string }

const succeeds = (command: string, args: readonly string[], env: Record<string, string> = {}): boolean =>
  spawnSync(command, args, { env: { ...process.env, ...env }, timeout: 60_000, stdio: 'ignore' }).status === 0

const hasPackage = (command: string, env?: Record<string, string>): boolean => succeeds(command, ['-c', 'import websockets'], env)

/** The package from PyPI, in a folder that is gone after the tests of the file; undefined where PyPI cannot be reached. */
const installed = (): Python | undefined => {
  const folder = keptFolder()
  const options = ['--quiet', '--disable-pip-version-check', '--retries', '0', '--timeout', '5', '--target', folder]
  const env = { PYTHONPATH: folder }
  const isThere = succeeds('python3', ['-m', 'pip', 'install', ...options, 'websockets']) && hasPackage('python3', env)
  return isThere ? { command: 'python3', env } : undefined
}

/** The machine's own Python where it has the package: that needs no network. Otherwise PyPI is asked. */
export const findPython = (): Python => {
  const command = ['python3', '/usr/bin/python3', 'python'].find((name) => hasPackage(name))
  if (command !== undefined) return { command, env: {} }
  return installed() ?? { why: 'no Python with websockets: apt-get install python3-websockets, or pip install websockets' }
}
