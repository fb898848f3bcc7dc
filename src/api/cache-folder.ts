import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import type { Machine } from './machine.ts'

const absolute = (folder: string | undefined): string | undefined => (folder && isAbsolute(folder) ? folder : undefined)

/**
 * Where what gal keeps for its user lies, and could be got again at any time: models in models/, packages that only some people
 * install in packages/. A relative folder is nobody's, as the XDG base directory specification says.
 */
export const cacheFolder = (env: Machine['env']): string =>
  resolve(absolute(env.XDG_CACHE_HOME) ?? join(absolute(env.HOME) ?? homedir(), '.cache'), 'gal')
