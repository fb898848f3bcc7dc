import { runProcess } from '../process/run-process.ts'
import type { Tools } from './interpreters.ts'

/** A Python as it answered, and the versions of its packages: null for one that is not there. */
export type DescribedPython = { path: string; version: string; packages: Readonly<Record<string, string | null>> }

/** Names and versions only: to import pandas takes seconds. */
const question = `import importlib.metadata as about, json, platform, sys
def version(name):
    try:
        return about.version(name)
    except about.PackageNotFoundError:
        return None
print(json.dumps({"path": sys.executable, "version": platform.python_version(), "packages": {name: version(name) for name in sys.argv[1:]}}))`

/** Asks Python which of these packages it has; says why when there is none that answers. */
export const describePython = async (
  { pythonPath, env }: Pick<Tools, 'pythonPath' | 'env'>,
  names: readonly string[],
  signal: AbortSignal,
): Promise<DescribedPython | { problem: string }> => {
  const spec = { command: pythonPath, args: ['-c', question, ...names], cwd: '/', env, seconds: 20, outputChars: 10_000 }
  const { exitCode, output, spawnError } = await runProcess(spec, signal, () => undefined)
  const answer = output.trim().split('\n').at(-1) ?? ''
  if (exitCode === 0 && answer.startsWith('{')) return JSON.parse(answer) as DescribedPython
  return { problem: spawnError ?? `${pythonPath} does not run: ${answer}` }
}
