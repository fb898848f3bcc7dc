import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

export type Ended = { ok: boolean; out: string; err: string }

/** Runs a command to its end; a failure is a result and not an error. */
export const runCommand = (command: string, args: readonly string[], cwd: string, ms = 250_000): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(command, args, { cwd, timeout: ms, maxBuffer: 2 ** 28 }, (error, out, err) => resolve({ ok: error === null, out, err }))
  })

export type Venv = { bin: string; why?: never } | { bin?: never; why: string }

/** A virtual environment of Python with one package of PyPI, as `name==version`, made once in the user's cache; or why there is none. */
export const pythonVenv = async (name: string, wanted: string): Promise<Venv> => {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'gal-proof', name)
  const bin = join(folder, 'bin')
  if (!existsSync(join(bin, 'python'))) {
    mkdirSync(folder, { recursive: true })
    const made = await runCommand('python3', ['-m', 'venv', folder], folder)
    if (!made.ok) return { why: `python3 -m venv: ${made.err}` }
  }
  const installed = await runCommand(join(bin, 'python'), ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', wanted], folder)
  return installed.ok ? { bin } : { why: `pip install ${wanted}: ${installed.err}` }
}
