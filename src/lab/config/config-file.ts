import { readFileSync } from 'node:fs'
import { GalError } from '../../core/error.ts'
import { joinLayers, type Layer, layerFromTree } from './layers.ts'
import { isTree } from './settings.ts'
import { readYaml } from './yaml-text.ts'

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read by this user',
  ENOTDIR: 'lies in something that is no folder',
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** The text of a configuration file. Throws GalError `missing-file` when there is none, `bad-config` when it cannot be read. */
export const readConfigFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = codeOf(error)
    const cause = { cause: error }
    if (code === 'ENOENT')
      throw new GalError('missing-file', `there is no file ${file}`, '`gal init` writes a config.yaml with every key', cause)
    throw new GalError('bad-config', `${file}: ${reasons[code] ?? `cannot be read (${code})`}`, 'name a YAML file with --config', cause)
  }
}

/** What a configuration file's text gives. Throws GalError `bad-config` when it is no YAML, or YAML without keys. */
export const layerFromText = (text: string, file: string): Layer => {
  const { value, lineOf, warnings } = readYaml(text, file)
  const nothing = value === null || value === undefined
  if (!nothing && !isTree(value))
    throw new GalError('bad-config', `${file}:1: must hold keys with values, as in "seed: 7"`, '`gal init` writes one with every key')
  const layer = layerFromTree(value, (path) => `${file}:${lineOf(path)}: ${path.join('.')}`)
  return joinLayers([layer, { settings: [], warnings, secrets: [] }])
}
