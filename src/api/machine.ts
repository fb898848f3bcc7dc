import { choosePython, type Tools } from '../sandbox/index.ts'
import { cacheFolder } from './cache-folder.ts'
import { version } from './version.ts'

/** What the machine lends: everything that a test would want to set. */
export type Machine = {
  env: Readonly<Record<string, string | undefined>>
  now(): number
  random(): number
  fetch: typeof fetch
  tools: Tools
  /** A person has said that programs may run with nothing to keep them in. */
  unsafe: boolean
  version: string
}

/** This machine as it is. `env` is where secrets and the paths of tools are looked up. */
export const createMachine = (env: Readonly<Record<string, string | undefined>>, { unsafe = false } = {}): Machine => ({
  env,
  unsafe,
  now: Date.now,
  random: Math.random,
  fetch: globalThis.fetch,
  tools: {
    nodePath: process.execPath,
    pythonPath: choosePython(env, cacheFolder(env), undefined).path,
    bwrapPath: env.GAL_BWRAP ?? 'bwrap',
    env: env.PATH === undefined ? {} : { PATH: env.PATH },
  },
  version,
})
