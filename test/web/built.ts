import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, until } from '../support/gal.ts'

const lock = join(tmpdir(), 'gal-build-web.lock')

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map(({ parentPath, name }) => changedAt(join(parentPath, name))),
  )
/** The page's own sources, and those of the core that it is made with. */
const isBuilt = (): boolean =>
  changedAt(join(root, 'web/dist/index.html')) >
  Math.max(newest(join(root, 'web/src')), newest(join(root, 'src/core')), changedAt(join(root, 'web/index.html')))

const take = (): boolean => {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false // Another process builds at this moment.
  }
}

/** Builds the viewer when it is older than its sources; test files that run side by side wait for one another. */
export const built = async (): Promise<void> => {
  if (isBuilt()) return
  // A process that was killed left its lock: after two minutes nobody is there any more.
  if (changedAt(lock) > 0 && Date.now() - changedAt(lock) > 120_000) rmdirSync(lock)
  if (!take()) {
    await until(() => changedAt(lock) === 0, 60_000)
    return built()
  }
  try {
    execFileSync(process.execPath, [join(root, 'tools/build-web.ts')], { stdio: ['ignore', 'ignore', 'pipe'] })
  } finally {
    rmdirSync(lock)
  }
}
