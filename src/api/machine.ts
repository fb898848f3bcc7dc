import pkg from '../../package.json' with { type: 'json' }
import type { Machine } from './open-parts.ts'

/** This machine as it is. `env` is where secrets and the paths of tools are looked up. */
export const createMachine = (env: Readonly<Record<string, string | undefined>>): Machine => ({
  env,
  now: Date.now,
  random: Math.random,
  fetch: globalThis.fetch,
  tools: {
    nodePath: process.execPath,
    pythonPath: env.GAL_PYTHON ?? 'python3',
    bwrapPath: env.GAL_BWRAP ?? 'bwrap',
    env: env.PATH === undefined ? {} : { PATH: env.PATH },
  },
  version: pkg.version,
})
