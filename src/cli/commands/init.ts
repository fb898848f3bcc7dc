import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { GalError } from '../../core/error.ts'
import { renderConfigFile } from '../../lab/config.ts'
import type { Io } from '../io.ts'

/** Writes a commented config.yaml here. An existing one is left alone unless it is to be replaced. */
export const init = async (io: Io, { force }: { force?: boolean }): Promise<number> => {
  if (existsSync('config.yaml') && !force)
    throw new GalError('bad-option', 'config.yaml is already here', 'edit it, or replace it with gal init --force')
  writeFileSync('config.yaml', renderConfigFile())
  mkdirSync('runs', { recursive: true })
  io.out('Wrote config.yaml: every key is there, with its default and what it does.')
  io.out('Next: set a topic in it, or say it now: gal run "Does label smoothing help a small classifier?"')
  return 0
}
