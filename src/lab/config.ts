import { GalError } from '../core/error.ts'
import { agentLaboratoryKeys } from './config/agentlab.ts'
import { layerFromFlag, layerFromSet } from './config/command-line.ts'
import { layerFromText, readConfigFile } from './config/config-file.ts'
import { configView } from './config/config-view.ts'
import { settingsFromEnvironment } from './config/environment.ts'
import { joinLayers, type Layer, layerFromTree } from './config/layers.ts'
import { problemsOf, prototypeProblems } from './config/problems.ts'
import { type Config, configSchema } from './config/schema.ts'
import type { SchemaView } from './config/schema-view.ts'
import { redact, redactIn, type Secrets } from './config/secrets.ts'
import { mergeSettings } from './config/settings.ts'

export { changedSettings } from './config/changed-settings.ts'
export { configHash } from './config/config-hash.ts'
export { renderConfigFile } from './config/render.ts'
export type { Config } from './config/schema.ts'
export { redact, type Secrets } from './config/secrets.ts'
export { startKeys, startProblems, startSettings } from './config/start-settings.ts'
export { readStoredConfig } from './config/stored-config.ts'
export { parseTopic } from './config/topic.ts'

/** Where a configuration comes from, the weakest first. All may be left out. */
export type ConfigInput = {
  /** Keys as in config.yaml, nested, in place of gal's own defaults. */
  defaults?: Readonly<Record<string, unknown>>
  /** The path of a YAML file. With `text` it is not read, and only names it. */
  file?: string
  text?: string
  env?: Readonly<Record<string, string | undefined>>
  /** Options of the command line that are named like a key at the top: port, seed, model. */
  flags?: Readonly<Record<string, unknown>>
  /** Each `a.b=c`, the later before the earlier. */
  sets?: readonly string[]
}

/** `secrets` are the keys that stood in the file, by environment variable; they are nowhere else. `warnings` are for people, a line each. */
export type LoadedConfig = { config: Config; warnings: string[]; secrets: Secrets }

const fileLayer = ({ file, text }: ConfigInput): Layer => {
  if (text !== undefined) return layerFromText(text, file ?? 'config.yaml')
  return file === undefined ? joinLayers([]) : layerFromText(readConfigFile(file), file)
}

/** By file and line, then by name, so that people can go through them from top to bottom. */
const inOrder = (lines: readonly string[]): string =>
  [...new Set(lines)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).join('\n')

/** All layers put together, the weakest first, and what was wrong with single options of the command line. */
const layersOf = (input: ConfigInput, view: SchemaView): Layer & { problems: string[] } => {
  const { defaults = {}, env = {}, flags = {}, sets = [] } = input
  const overrides = sets.map((set) => layerFromSet(set, view))
  const layers = joinLayers([
    layerFromTree(defaults, (path) => `defaults: ${path.join('.')}`),
    fileLayer(input),
    { settings: settingsFromEnvironment(env), warnings: [], secrets: [] },
    ...Object.entries(flags).map(([name, value]) => layerFromFlag(name, value, view)),
    ...overrides.filter((layer) => 'settings' in layer),
  ])
  return { ...layers, problems: overrides.flatMap((layer) => ('problem' in layer ? [layer.problem] : [])) }
}

/**
 * Where a key of a configuration was set last: `config.yaml:3: model`, `--model`, `OLLAMA_TEXT_MODEL`; nothing for a default. Throws as
 * loadConfig does where the file cannot be read.
 */
export const whereSet = (input: ConfigInput, path: readonly string[]): string | undefined =>
  mergeSettings(layersOf(input, configView()).settings).setAt(path)

/**
 * The effective configuration. Throws GalError `bad-config` with every problem at once, a line for each (where, key, what is wrong, what
 * would be right), and `missing-file` when there is no such file.
 */
export const loadConfig = (input: ConfigInput): LoadedConfig => {
  const view = configView()
  const { settings, warnings, secrets: found, problems: ofOptions } = layersOf(input, view)
  const secrets = new Map(found)
  const merged = mergeSettings(settings)
  const parsed = configSchema.safeParse(merged.tree)
  const problems = [
    ...(parsed.error ? problemsOf(parsed.error, merged, view, [...agentLaboratoryKeys.keys()]) : []),
    ...prototypeProblems(settings, view),
    ...ofOptions,
  ]
  if (!parsed.success || problems.length > 0)
    throw new GalError(
      'bad-config',
      redact(inOrder(problems), secrets),
      'config.yaml, as `gal init` writes it, has every key and what it takes',
    )
  return { config: redactIn(parsed.data, secrets), warnings: warnings.map((warning) => redact(warning, secrets)), secrets }
}
