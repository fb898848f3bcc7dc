import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { expect } from 'vitest'
import { family, testTools } from '../../src/sandbox/sandbox.conformance.ts'
import { unusedUser } from '../../src/sandbox/unused-user.ts'

const urlOf = (path: string) => JSON.stringify(new URL(`../../src/sandbox/${path}`, import.meta.url).href)

/** A process of its own that drives two programs at once, as gal does. */
const driverCode = (folders: readonly string[]) => `
import { createBubblewrap } from ${urlOf('bubblewrap.ts')}
const sandbox = createBubblewrap(${JSON.stringify(testTools)})
const run = (folder) => sandbox.run(${JSON.stringify(family)}, { folder, seconds: 60, memoryMiB: 256, outputChars: 100 }, AbortSignal.any([]), () => undefined)
await Promise.all(${JSON.stringify(folders)}.map(run))`

const textOf = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

/** Living processes of the run in a folder: those of its user, and those that name it. */
export const processesOf = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const status = textOf(`/proc/${pid}/status`)
      if (/^State:\s+[ZX]/m.test(status)) return false
      return new RegExp(`^Uid:\\s+${unusedUser(folder)}\\b`, 'm').test(status) || textOf(`/proc/${pid}/cmdline`).includes(folder)
    })

/** Kills a driver of two programs by SIGKILL, and expects that a second later no process of theirs lives. */
export const killsItsPrograms = async () => {
  const base = mkdtempSync(join(tmpdir(), 'gal-death-'))
  try {
    const folders = [join(base, 'a'), join(base, 'b')]
    writeFileSync(join(base, 'driver.mjs'), driverCode(folders))
    const driver = spawn(execPath, [join(base, 'driver.mjs')], { stdio: 'inherit' })
    const dead = new Promise((resolve) => driver.on('exit', resolve))
    await expect.poll(() => folders.every((folder) => existsSync(join(folder, 'beat'))), { timeout: 30_000 }).toBe(true)
    expect(folders.every((folder) => processesOf(folder).length > 0)).toBe(true)
    driver.kill('SIGKILL')
    await dead
    await expect.poll(() => folders.flatMap(processesOf), { timeout: 1000 }).toEqual([])
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}
