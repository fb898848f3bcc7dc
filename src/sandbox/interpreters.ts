import { realpath } from 'node:fs/promises'
import { runProcess } from '../process/run-process.ts'
import type { Language, RunSettings } from './sandbox.ts'
import { mainFile } from './work-folder.ts'

/** Where programs run and with what. `env` is only for finding things, and reaches no program. */
export type Tools = {
  nodePath: string
  /** A path, or a name that is looked up on env.PATH. */
  pythonPath: string
  bwrapPath: string
  env: Readonly<Record<string, string>>
}

/**
 * All that bubblewrap itself gets of the environment. It clears it for the program, but its own, secrets and all, could be read from
 * inside in /proc/1/environ.
 */
export const searchPath = ({ env }: Tools): Record<string, string> => (env.PATH === undefined ? {} : { PATH: env.PATH })

export type Python = {
  /** The interpreter itself: what was asked for may be a script that chooses one. */
  path: string
  version: string
  /** The folders that it needs: its installation's, and its virtual environment's. */
  prefixes: string[]
}

const question = 'import json, platform, sys; print(json.dumps([sys.executable, platform.python_version(), sys.base_prefix, sys.prefix]))'

/** Asks Python where it really is; says why when there is none that answers. */
export const locatePython = async ({ pythonPath, env }: Tools): Promise<Python | { problem: string }> => {
  const spec = { command: pythonPath, args: ['-c', question], cwd: '/', env, seconds: 20, outputChars: 10_000 }
  const { exitCode, output, spawnError } = await runProcess(spec, AbortSignal.any([]), () => undefined)
  const answer = output.trim().split('\n').at(-1) ?? ''
  if (exitCode !== 0 || !answer.startsWith('[')) return { problem: spawnError ?? `${pythonPath} does not run: ${answer}` }
  const [path, version, base, prefix] = JSON.parse(answer) as [string, string, string, string]
  return { path, version, prefixes: [...new Set([await realpath(base), base, prefix])] }
}

/**
 * The command that runs a program's entry file. Node's heap is bounded by itself, so that too little memory ends in words.
 * Python gets -E and -s, which are -I except that the entry file's folder stays importable: lab and dataset lie there.
 */
export const programCommand: Record<Language, (interpreter: string, settings: RunSettings) => string[]> = {
  javascript: (node, { memoryMiB }) => [node, `--max-old-space-size=${memoryMiB}`, mainFile.javascript],
  python: (python) => [python, '-E', '-s', '-B', '-u', '-X', 'utf8', mainFile.python],
}

/** All that a program sees of an environment. One thread each for linear algebra: programs run side by side. */
export const programEnv = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LANG: 'C.UTF-8',
  OPENBLAS_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  MPLBACKEND: 'svg',
}
