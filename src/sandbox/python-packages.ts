import { runProcess } from '../process/run-process.ts'
import type { Tools } from './interpreters.ts'

/** A Python as it answered, and the versions of its packages: null for one that is not there. */
export type DescribedPython = { path: string; version: string; packages: Readonly<Record<string, string | null>> }

/** What `gal setup python` installs, in the order in which they are told. */
export const corePackages = ['numpy', 'scipy', 'pandas', 'scikit-learn', 'matplotlib'] as const

/** What else an experiment may want and a Python may have: told only where it is there. */
const furtherPackages = [
  ...['statsmodels', 'seaborn', 'networkx', 'sympy', 'nltk', 'pillow', 'joblib'],
  ...['xgboost', 'lightgbm', 'catboost', 'torch', 'torchvision', 'tensorflow', 'keras', 'jax', 'transformers', 'datasets'],
]

/** The names to ask for: what is usual, and what the configuration adds, such as 'networkx==3.3', by name. */
export const packagesToTell = (configured: readonly string[] = []): string[] => [
  ...new Set([...corePackages, ...furtherPackages, ...configured.map((one) => one.replace(/[^\w.-].*$/, ''))]),
]

/** Names and versions only: to import pandas takes seconds. */
const question = `import importlib.metadata as about, json, platform, sys
def version(name):
    try:
        return about.version(name)
    except about.PackageNotFoundError:
        return None
print(json.dumps({"path": sys.executable, "version": platform.python_version(), "packages": {name: version(name) for name in sys.argv[1:]}}))`

/** Asks Python which of these packages it has; says why when there is none that answers. It sees what programs will: nothing of the user's own folder. */
export const describePython = async (
  { pythonPath, env }: Pick<Tools, 'pythonPath' | 'env'>,
  names: readonly string[],
  signal: AbortSignal,
): Promise<DescribedPython | { problem: string }> => {
  const spec = { command: pythonPath, args: ['-E', '-s', '-c', question, ...names], cwd: '/', env, seconds: 20, outputChars: 10_000 }
  const { exitCode, output, spawnError } = await runProcess(spec, signal, () => undefined)
  const answer = output.trim().split('\n').at(-1) ?? ''
  if (exitCode === 0 && answer.startsWith('{')) return JSON.parse(answer) as DescribedPython
  return { problem: spawnError ?? `${pythonPath} does not run: ${answer}` }
}

const listed = (words: readonly string[]): string => {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** What engineers are told of the Python that runs their programs, in a sentence or two. */
export const tellPython = (found: DescribedPython | { problem: string }): string => {
  if ('problem' in found) return `There is no Python to run programs with: ${found.problem}.`
  const there = Object.entries(found.packages).flatMap(([name, version]) => (version === null ? [] : [`${name} ${version}`]))
  const lacking = corePackages.filter((name) => found.packages[name] === null)
  const has = there.length === 0 ? 'its standard library alone' : listed(there)
  const lacks = lacking.length === 0 ? '' : ` It does not have ${listed(lacking).replace(/ and (\S+)$/, ' or $1')}.`
  return `Programs run on Python ${found.version} with ${has}; nothing else can be installed.${lacks}`
}
