import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cacheFolder } from '../../api/cache-folder.ts'
import { runProcess } from '../../process/run-process.ts'
import { printable } from '../printable.ts'
import type { Finding } from './finding.ts'
import type { Given } from './given.ts'
import { onPath } from './on-path.ts'

/** What can be got without further rights where it is missing, by the id of the finding. Gives a sentence on what came of it. */
type Mend = { doing: string; run(given: Given): Promise<string> | string }

const setupGodot = join(import.meta.dirname, '../../../tools/setup-godot')

const environment = (env: Given['io']['env']): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'XDG_CACHE_HOME', 'GODOT_SUITE', 'http_proxy', 'https_proxy', 'no_proxy'].flatMap((name) =>
      env[name] ? [[name, env[name]]] : [],
    ),
  )

const mends: Readonly<Record<string, Mend>> = {
  runs: {
    doing: 'making the folder for runs',
    run({ loaded }) {
      const path = resolve(loaded.config.runs)
      mkdirSync(path, { recursive: true })
      return `made ${path}`
    },
  },
  godot: {
    doing: 'fetching Godot; this takes some minutes',
    async run({ io }) {
      const bash = onPath('bash', io.env.PATH)
      if (bash === undefined || !existsSync(setupGodot)) return 'not done: tools/setup-godot, which comes with a clone, wants bash'
      const target = join(cacheFolder(io.env), 'godot')
      const spec = { command: bash, args: [setupGodot, target], cwd: '/', env: environment(io.env), seconds: 1800, outputChars: 4000 }
      const { exitCode, output } = await runProcess(spec, io.interrupt, () => undefined)
      const last = output.trim().split('\n').at(-1) ?? ''
      return exitCode === 0 ? `fetched Godot into ${target}` : `not done: ${last}`
    },
  },
}

/** Mends what it can of these findings, one after another, and tells of each. Never throws for what cannot be mended. */
export const mend = async (given: Given, found: readonly Finding[], tell: (line: string) => void): Promise<void> => {
  const bad = found.filter(({ id, status }) => status === 'missing' && Object.hasOwn(mends, id))
  if (bad.length === 0) tell('There is nothing that gal could mend by itself.')
  for (const { id } of bad) {
    const one = mends[id]
    if (!one) continue
    tell(`${id}: ${one.doing} …`)
    try {
      tell(`${id}: ${printable(await one.run(given))}`)
    } catch (error) {
      tell(`${id}: not done: ${printable((error as Error).message)}`)
    }
  }
}
