import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { pid } from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureListed, measureTree } from './measure-tree.ts'
import { type ProcessSpec, runProcess } from './run-process.ts'

const linux = process.platform === 'linux'
const run = (code: string, tree: NonNullable<ProcessSpec['tree']>) => {
  const cwd = mkdtempSync(`${tmpdir()}/gal-tree-`)
  const spec = { command: 'python3', args: ['-c', code], cwd, env: { PATH: process.env.PATH ?? '' }, seconds: 20, outputChars: 1000, tree }
  return runProcess(spec, AbortSignal.any([]), () => undefined).finally(() => rmSync(cwd, { recursive: true }))
}

test('this process has a size', async () => {
  const size = await measureTree(pid)
  expect(size?.processes).toBeGreaterThanOrEqual(1)
  expect(size?.memoryMiB).toBeGreaterThan(20)
})

test('a process that is gone has none', async () => {
  expect(await measureTree(2 ** 30)).toMatchObject({ memoryMiB: 0 })
})

test('in a list, descendants are found in whatever order they stand, and strangers are not', () => {
  const listed = [
    { pid: 4, parent: 3, kiB: 1024 },
    { pid: 3, parent: 2, kiB: 2048 },
    { pid: 2, parent: 1, kiB: 4096 },
    { pid: 9, parent: 1, kiB: 8192 },
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(listed, { minLength: 4 }), (rows) => {
      expect(measureListed(2, rows)).toEqual({ processes: 3, memoryMiB: 7 })
    }),
  )
})

const forks = (count: number, each: string) => `import os, time
for _ in range(${count}):
    if os.fork() == 0:
        ${each}
        time.sleep(30)
        os._exit(0)
time.sleep(30)`

test('processes that are small one by one are killed when they are too much together', async () => {
  const end = await run(forks(8, 'held = bytearray(b"x" * 30_000_000)'), { memoryMiB: 120, processes: 50 })
  expect(end).toMatchObject({ overrun: 'memoryMiB', signal: 'SIGKILL', timedOut: false })
  expect(end.seconds).toBeLessThan(15)
})

test('what forks share counts once, and so many are not yet too many', async () => {
  const code = `import os, time
held = bytearray(b"x" * 60_000_000)
for _ in range(8):
    if os.fork() == 0:
        time.sleep(1.5)
        os._exit(0)
for _ in range(8): os.wait()
print("held")`
  expect(await run(code, { memoryMiB: 250, processes: 50 })).toMatchObject({ exitCode: 0, output: 'held\n' })
})

test('too many processes are killed', async () => {
  expect(await run(forks(30, 'pass'), { memoryMiB: 4000, processes: 20 })).toMatchObject({ overrun: 'processes' })
})

test.skipIf(!linux)(`memory in files without a name counts${linux ? '' : ' (skipped: on Linux only)'}`, async () => {
  const code = `import os, time
file = os.memfd_create("held")
for _ in range(100): os.write(file, b"x" * 3_000_000)
time.sleep(20)`
  expect(await run(code, { memoryMiB: 150, processes: 20 })).toMatchObject({ overrun: 'memoryMiB' })
})
