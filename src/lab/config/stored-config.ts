import type { z } from 'zod'
import { GalError } from '../../core/error.ts'
import { configView } from './config-view.ts'
import { problemsOf } from './problems.ts'
import { type Config, configSchema } from './schema.ts'
import { isTree, mergeSettings, settingsFrom, type Tree } from './settings.ts'

const dropKeys = (tree: Tree, issue: z.core.$ZodIssueUnrecognizedKeys): void => {
  const parent = issue.path.reduce<unknown>((at, key) => (isTree(at) ? at[String(key)] : undefined), tree)
  if (isTree(parent)) for (const key of issue.keys) delete parent[key]
}

/**
 * The configuration of a run as its first event holds it, perhaps from another version of gal: keys that were added since have their
 * defaults, and keys that are gone are left out. Throws GalError `bad-record` for values that this version cannot take.
 */
export const readStoredConfig = (stored: unknown): Config => {
  const merged = mergeSettings(settingsFrom([], stored, (path) => path.join('.')))
  for (const issue of configSchema.safeParse(merged.tree).error?.issues ?? [])
    if (issue.code === 'unrecognized_keys') dropKeys(merged.tree, issue)
  const { data, error } = configSchema.safeParse(merged.tree)
  if (data) return data
  const problems = problemsOf(error, merged, configView(), [])
  throw new GalError(
    'bad-record',
    `the run's stored configuration cannot be used here: ${problems.join('\n').replaceAll('\n', '; ')}`,
    'resume it with the version of gal that began it',
  )
}
