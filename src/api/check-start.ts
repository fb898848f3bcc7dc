import { existsSync } from 'node:fs'
import { GalError } from '../core/error.ts'
import { checkPrompts } from '../lab/check-prompts.ts'
import type { Config } from '../lab/config.ts'
import { loadPrompts } from '../lab/prompts.ts'
import { checkModels } from '../models/open-model.ts'
import { packagePrompts } from './package-prompts.ts'

const checkFolder = (path: string | undefined, key: string): void => {
  if (path !== undefined && !existsSync(path))
    throw new GalError('missing-file', `${key}: there is no folder ${path}`, 'say where it is, or leave the key out')
}

/** Throws GalError `bad-config` for a rehearsal of anything but an experiment. */
export const checkKind = ({ kind }: Config, rehearsed: boolean): void => {
  if (rehearsed && kind !== 'experiment')
    throw new GalError(
      'bad-config',
      `a rehearsal makes experiments only, and kind is ${kind}`,
      'name a model with --model, or leave kind out',
    )
}

/**
 * All that can be wrong with a run before it is begun and that needs nobody to be asked: models, keys, folders, prompts.
 * What is refused here leaves nothing behind.
 */
export const checkStart = (config: Config, secret: (name: string) => string | undefined): void => {
  checkModels({ ...config.models, model: config.model }, secret)
  checkKind(config, config.model === 'rehearsal')
  checkFolder(config.sources.folder.path, 'sources.folder.path')
  checkFolder(config.prompts, 'prompts')
  if (config.sources.use?.includes('folder') && config.sources.folder.path === undefined)
    throw new GalError(
      'bad-config',
      'sources.use names folder, but sources.folder.path is not set',
      'set it to the folder with your papers',
    )
  const problems = checkPrompts(loadPrompts(promptFolders(config)))
  if (problems.length)
    throw new GalError('bad-prompt', problems.join('\n'), "a file in your prompts folder stands in for gal's whole file of that name")
}

/** Where prompts are looked for, the first one first. */
export const promptFolders = ({ prompts }: Config): string[] => [...(prompts === undefined ? [] : [prompts]), packagePrompts]
