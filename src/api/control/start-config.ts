import { GalError } from '../../core/error.ts'
import { type Config, loadConfig, startKeys, startProblems } from '../../lab/config.ts'

const open: ReadonlySet<string> = new Set(startKeys)

type Given = Readonly<Record<string, unknown>>

/** JSON.parse makes it a key like any other, and whoever copies keys later makes something else of it. */
const hasPrototypeKey = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototypeKey))

const leaves = (value: unknown, path: string): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, below]) => leaves(below, `${path}.${key}`))
    : [path]

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []

/** A model by the path of its file would let anybody ask what lies where on this machine; by its name it is one that was put there to be used. */
const filesNamed = ({ 'task-notes': _told, ...given }: Given): string[] => texts(given).filter((text) => /^llama:.*[\\/~]/s.test(text))

/**
 * The lab's configuration with these settings over it, nested as in config.yaml. Throws GalError `bad-config` that names every key
 * which may not be set from outside, or whose value cannot be used.
 */
export const startConfig = (config: Config, given: Given): Config => {
  const refused = Object.entries(given).flatMap(([key, value]) => (open.has(key) ? [] : [leaves(value, key).at(0) ?? key]))
  if (refused.length > 0)
    throw new GalError(
      'bad-config',
      `not to be set from outside: ${refused.map((path) => JSON.stringify(path)).join(', ')}`,
      `a run may be given ${[...open].join(', ')}`,
    )
  if (hasPrototypeKey(given)) throw new GalError('bad-config', 'not to be set from outside: "__proto__"', 'leave it out')
  const [file] = filesNamed(given)
  if (file !== undefined)
    throw new GalError(
      'bad-config',
      `a file is not to be named from outside: ${JSON.stringify(file.slice(0, 200))}`,
      'put it into the folder of models, and give its name alone',
    )
  if (Object.keys(given).length === 0) return config
  // JSON is YAML: the settings are checked as a file would be.
  const { config: effective } = loadConfig({ defaults: config, text: JSON.stringify(given), file: 'config' })
  const problems = startProblems(given)
  if (problems.length > 0) throw new GalError('bad-config', problems.join('\n'), 'leave out what is not to be set')
  return effective
}
