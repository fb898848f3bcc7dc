import { accessSync, constants } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { cacheFolder } from '../../api/cache-folder.ts'
import type { Io } from '../io.ts'
import { runGodot } from './run-godot.ts'
import { searchFolders } from './search-path.ts'

/** A Godot that runs here. `windowed` is the same in a window on an X server of its own, where setup-godot put it beside. */
export type Godot = { path: string; version: string; windowed?: string }

/** What the viewer is written for. */
const oldest = { major: 4, minor: 4 }
/** How a person gets one, in two lines. */
export const howToGetGodot = 'in a clone, npm run setup:godot gets one for Debian on x86-64; elsewhere: https://godotengine.org/download'

const root = join(import.meta.dirname, '../../..')

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // It is not there, or no program.
  }
}

const onPath = (names: readonly string[], env: Io['env']): string[] =>
  searchFolders(env.PATH).flatMap((folder) => names.map((name) => join(folder, name)))

/** The file that $GODOT means: a path from the folder in which gal runs, or a name on the PATH. Undefined when no folder has the name. */
const fileOf = (named: string, env: Io['env']): string | undefined =>
  /[\\/]/.test(named) ? resolve(named) : onPath([named], env).find(runs)

/** The places to look in, the most wanted first. All are absolute: what is tried here is what is started elsewhere. */
const placesFor = (env: Io['env']): string[] => {
  const names = process.platform === 'win32' ? ['godot.exe', 'godot4.exe'] : ['godot', 'godot4']
  return [
    ...onPath(names, env),
    join(root, '.tools/godot/bin/godot'),
    join(cacheFolder(env), 'godot/bin/godot'),
    ...(process.platform === 'darwin' ? ['/Applications/Godot.app/Contents/MacOS/Godot'] : []),
  ].filter(runs)
}

const versionOf = async (path: string, env: Io['env'], signal: AbortSignal): Promise<string | undefined> => {
  const { output, exitCode } = await runGodot(path, ['--headless', '--version'], { env, seconds: 20, signal })
  return exitCode === 0 ? /^\d+\.\d+\S*/m.exec(output)?.[0] : undefined
}

const isNewEnough = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === oldest.major ? minor >= oldest.minor : major > oldest.major
}

const tryOne = async (path: string, env: Io['env'], signal: AbortSignal): Promise<Godot | { problem: string }> => {
  const version = await versionOf(path, env, signal)
  if (version === undefined) return { problem: `${path} is no Godot that runs here` }
  if (!isNewEnough(version))
    return { problem: `${path} is Godot ${version}, and the viewer needs ${oldest.major}.${oldest.minor} or newer` }
  const windowed = join(dirname(path), 'godot-xvfb')
  return { path, version, ...(runs(windowed) ? { windowed } : {}) }
}

/**
 * The Godot to use: the one that $GODOT names, and no other then; else the first that is new enough on the PATH (godot, godot4; in absolute folders only), in
 * .tools/godot of a clone, or in gal's cache folder. Each is tried before it is believed.
 */
export const findGodot = async (env: Io['env'], signal: AbortSignal = AbortSignal.any([])): Promise<Godot | { problem: string }> => {
  const named = env.GODOT?.trim()
  if (named) {
    const path = fileOf(named, env)
    return path === undefined ? { problem: `${named} is no Godot that runs here` } : tryOne(path, env, signal)
  }
  let problem = `no Godot was found (looked for godot and godot4 on the PATH, and in ${cacheFolder(env)})`
  for (const path of placesFor(env)) {
    const found = await tryOne(path, env, signal)
    if (!('problem' in found)) return found
    problem = found.problem
  }
  return { problem }
}
