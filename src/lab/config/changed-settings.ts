import { isDeepStrictEqual } from 'node:util'
import type { Config } from './schema.ts'
import { isTree } from './settings.ts'

/** Where a run is kept and shown is no part of what it does; topic, seed and model have flags of their own. */
const apart = new Set(['topic', 'seed', 'model', 'runs', 'host', 'port', 'rest-port', 'allowed-origins', 'serve', 'ui', 'agents', 'images'])
/** What lies on a machine is not named: it may differ from one to the next. */
const places = new Set(['prompts', 'sources.folder.path'])

const leaves = (value: unknown, usual: unknown, path: readonly string[]): [string, unknown][] => {
  if (isTree(value))
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, isTree(usual) ? usual[key] : undefined, [...path, key]))
  return isDeepStrictEqual(value, usual) || value === undefined ? [] : [[path.join('.'), value]]
}

/** Every setting that differs from the defaults and bears on the outcome, as `key=value` for --set. */
export const changedSettings = (config: Config, defaults: Config): string[] =>
  leaves(config, defaults, [])
    .filter(([path]) => !apart.has(path.split('.', 1)[0] ?? ''))
    .map(([path, value]) => `${path}=${places.has(path) ? '<your folder>' : typeof value === 'string' ? value : JSON.stringify(value)}`)
    .sort()
