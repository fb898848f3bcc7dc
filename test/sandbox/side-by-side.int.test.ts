import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createBubblewrap } from '../../src/sandbox/bubblewrap.ts'
import { probeBubblewrap } from '../../src/sandbox/probe-bubblewrap.ts'
import { programOf, testTools } from '../../src/sandbox/sandbox.conformance.ts'
import { killsItsPrograms } from './driver-death.ts'

const absent = 'problem' in (await probeBubblewrap(testTools))

describe.skipIf(absent)(`programs side by side${absent ? ' (skipped: apt-get install bubblewrap)' : ''}`, () => {
  test('do not wait for each other: four that sleep two seconds have ended in less than three', async () => {
    const base = mkdtempSync(join(tmpdir(), 'gal-beside-'))
    const sandbox = createBubblewrap(testTools)
    const sleep = (name: string, seconds: number) =>
      sandbox.run(
        programOf('python', `import time\ntime.sleep(${seconds})`),
        { folder: join(base, name), seconds: 20, memoryMiB: 256, outputChars: 100 },
        AbortSignal.any([]),
        () => undefined,
      )
    // What is found out once, it finds out here.
    await sleep('first', 0)
    const began = performance.now()
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((name) => sleep(name, 2)))
    const spent = (performance.now() - began) / 1000
    rmSync(base, { recursive: true })
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0])
    expect(spent).toBeLessThan(3)
  })

  test.each([1, 2, 3])('all end with a driver that is killed by SIGKILL, a second later: time %i', killsItsPrograms)
})
