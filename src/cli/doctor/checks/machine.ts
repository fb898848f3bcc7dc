import { accessSync, constants, existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Check } from '../check.ts'
import { broken, missing, ok, warning } from '../finding.ts'

export const node: Check = {
  id: 'node',
  name: 'node',
  run: () => [ok({ id: 'node', name: 'node' }, `Node ${process.versions.node} for ${process.platform} on ${process.arch}`)],
}

export const sqlite: Check = {
  id: 'sqlite',
  name: 'sqlite',
  async run() {
    const about = { id: 'sqlite', name: 'sqlite', needed: true, fix: 'install gal anew: npm ci in a clone' }
    try {
      const { trySqlite } = await import('../../../store/try-sqlite.ts')
      return [ok(about, `SQLite ${trySqlite()} stores and gives back`)]
    } catch (error) {
      return [broken(about, (error as Error).message.split('\n', 1)[0] ?? '')]
    }
  },
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be read and written by this user',
  EPERM: 'may not be read and written by this user',
  EROFS: 'is read-only',
  ENOTDIR: 'is no folder',
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)

/** The folder itself, else the nearest one above it that is there. */
const standing = (path: string): string => (existsSync(path) || dirname(path) === path ? path : standing(dirname(path)))

const tryFolder = (path: string): void => {
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  const trial = join(path, `.gal-doctor-${process.pid}`)
  try {
    writeFileSync(trial, '')
  } finally {
    rmSync(trial, { force: true })
  }
}

export const runs: Check = {
  id: 'runs',
  name: 'runs',
  run({ loaded }) {
    const path = resolve(loaded.config.runs)
    const about = { id: 'runs', name: 'runs', needed: true, fix: 'choose another folder with --runs' }
    const there = standing(path)
    try {
      tryFolder(there)
    } catch (error) {
      const code = codeOf(error)
      // A full disk is said of the disk; a folder that takes an empty file no more is one all the same.
      return [broken(about, `${there} ${reasons[code] ?? `takes no file (${code})`}`)]
    }
    if (there === path) return [ok(about, `${path} can be written to`)]
    return [missing({ ...about, needed: false, fix: 'gal doctor --fix makes it, as does the first gal run' }, `${path} is not there yet`)]
  },
}

/** A run with its pictures takes some megabytes; a model's files, far more. */
const [little, scarce] = [64 * 2 ** 20, 2 ** 30]

const inWords = (bytes: number): string => (bytes < 2 ** 30 ? `${Math.floor(bytes / 2 ** 20)} MiB` : `${(bytes / 2 ** 30).toFixed(1)} GiB`)

export const disk: Check = {
  id: 'disk',
  name: 'disk',
  run({ loaded }) {
    const at = standing(resolve(loaded.config.runs))
    const about = { id: 'disk', name: 'disk', needed: true, fix: 'free some space, or choose another folder with --runs' }
    const { bavail, bsize } = statfsSync(at)
    const free = bavail * bsize
    const what = `${inWords(free)} free at ${at}`
    if (free < little) return [broken(about, `the disk is full: ${what}`)]
    return [free < scarce ? warning(about, `little room: ${what}`) : ok(about, what)]
  },
}
