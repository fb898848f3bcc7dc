import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { probeBubblewrap } from './probe-bubblewrap.ts'
import { beatStops, family, testTools } from './sandbox.conformance.ts'

const probe = await probeBubblewrap(testTools)
const absent = 'problem' in probe

/** A process of its own that drives a program, as gal does. */
const driverCode = (create: string, folder: string) => `
import { createLimits } from ${JSON.stringify(new URL('./limits.ts', import.meta.url).href)}
import { createBubblewrap } from ${JSON.stringify(new URL('./bubblewrap.ts', import.meta.url).href)}
const tools = ${JSON.stringify(testTools)}
const settings = { folder: ${JSON.stringify(folder)}, seconds: 60, memoryMiB: 256, outputChars: 100 }
await ${create}.run(${JSON.stringify(family)}, settings, AbortSignal.any([]), () => undefined)`

const until = async (holds: () => boolean, seconds: number) => {
  const end = Date.now() + seconds * 1000
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(holds()).toBe(true)
}

const killDriverOf = async (create: string, folder: string) => {
  const file = join(folder, 'driver.mjs')
  const work = join(folder, 'work')
  writeFileSync(file, driverCode(create, work))
  const driver = spawn(execPath, [file], { stdio: 'inherit' })
  const dead = new Promise((resolve) => driver.on('exit', resolve))
  await until(() => existsSync(join(work, 'beat')) && readFileSync(join(work, 'beat')).length > 2, 20)
  driver.kill('SIGKILL')
  await dead
  await new Promise((resolve) => setTimeout(resolve, 500))
  return join(work, 'beat')
}

describe('when the driver is killed by SIGKILL', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gal-death-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('nothing that a program started under limits outlives it by a second', async () => {
    expect(await beatStops(await killDriverOf('createLimits({ ...tools, trusts: () => true })', folder))).toBe(true)
  })

  test.skipIf(absent)(
    `nothing in bubblewrap outlives it by a second${absent ? ' (skipped: apt-get install bubblewrap)' : ''}`,
    async () => {
      expect(await beatStops(await killDriverOf('createBubblewrap(tools)', folder))).toBe(true)
    },
  )
})
