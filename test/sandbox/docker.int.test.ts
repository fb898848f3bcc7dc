import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDocker } from '../../src/sandbox/docker.ts'
import { createSandbox, defaultSandbox, probeSandbox } from '../../src/sandbox/index.ts'
import { beatStops, conformsToSandbox, createRunner, family, programOf, testTools } from '../../src/sandbox/sandbox.conformance.ts'
import { withResultFile } from '../../src/sandbox/with-result-file.ts'
import { openDockerStandIn } from './stand-in/docker.ts'

/** A docker that keeps nothing in: no attack is ever run in it. */
const standIn = openDockerStandIn()
const { docker } = defaultSandbox
afterAll(standIn.close)
const hello = programOf('javascript', 'console.log("hello")')

describe('docker', () => {
  conformsToSandbox(withResultFile(createDocker(standIn.tools, docker)))
})

describe('a container', () => {
  const { run, pathOf } = createRunner(createDocker(standIn.tools, docker))

  test('is removed by its name, and no client of docker is left, at the time limit', async () => {
    expect((await run(family, { seconds: 2 })).fault?.kind).toBe('timeout')
    const started = standIn.calls().findLast(([command]) => command === 'run') ?? []
    expect(standIn.calls().at(-1)).toEqual(['rm', '--force', started[started.indexOf('--name') + 1]])
    expect(await beatStops(pathOf('beat'))).toBe(true)
  })

  test('is given nothing of gal’s environment', async () => {
    await run(hello)
    expect(JSON.stringify(standIn.calls())).not.toContain('swordfish')
  })

  test('that docker could not start is a fault with docker’s words, and is no result', async () => {
    const images = { javascript: 'broken:1', python: 'broken:1' }
    const sandbox = withResultFile(createDocker(standIn.tools, { ...docker, images }))
    const settings = { folder: pathOf('work'), seconds: 20, memoryMiB: 256, outputChars: 1000 }
    const { fault } = await sandbox.run(hello, settings, AbortSignal.any([]), () => undefined)
    expect(fault).toEqual({ kind: 'unavailable', message: 'docker: Error response from daemon: broken:1 cannot be started.' })
    expect(readFileSync(pathOf('work/result.json'), 'utf8')).toBe('')
  })

  test('of a program that itself ends with such a code is the program’s own', async () => {
    expect(await run(programOf('javascript', 'process.exit(125)'))).toMatchObject({ fault: { kind: 'exit-code' }, exitCode: 125 })
  })
})

describe('when the driver is killed', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gal-death-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('its container is removed', async () => {
    const beat = join(folder, 'work', 'beat')
    writeFileSync(
      join(folder, 'driver.mjs'),
      `import { createDocker } from ${JSON.stringify(new URL('../../src/sandbox/docker.ts', import.meta.url).href)}
const settings = ${JSON.stringify({ folder: join(folder, 'work'), seconds: 60, memoryMiB: 256, outputChars: 100 })}
await createDocker(${JSON.stringify(standIn.tools)}, ${JSON.stringify(docker)}).run(${JSON.stringify(family)}, settings, AbortSignal.any([]), () => undefined)`,
    )
    const driver = spawn(execPath, [join(folder, 'driver.mjs')], { stdio: 'inherit' })
    const dead = new Promise((resolve) => driver.on('exit', resolve))
    await expect.poll(() => existsSync(beat) && readFileSync(beat).length > 2, { timeout: 20_000 }).toBe(true)
    const before = standIn.calls().length
    driver.kill('SIGKILL')
    await dead
    await expect.poll(() => standIn.calls().length > before, { timeout: 10_000 }).toBe(true)
    expect(standIn.calls().at(-1)?.slice(0, 2)).toEqual(['rm', '--force'])
    await expect.poll(() => beatStops(beat), { timeout: 10_000 }).toBe(true)
  })
})

describe('which sandbox is taken', () => {
  const strange = { ...standIn.tools, trusts: () => false }
  const { run, pathOf } = createRunner(createSandbox(strange))
  // A folder for each: a finished result would be used again.
  let count = 0
  const settings = () => ({ folder: pathOf(`work-${++count}`), seconds: 20, memoryMiB: 256, outputChars: 1000 })
  const runWith = (given: Partial<typeof defaultSandbox>, tools = strange) =>
    createSandbox(tools, { ...defaultSandbox, ...given }).run(hello, settings(), AbortSignal.any([]), () => undefined)

  test('where bubblewrap does not work and docker answers, it is docker', async () => {
    expect(await run(hello)).toMatchObject({ sandbox: 'docker', output: 'hello\n' })
    expect(await probeSandbox(standIn.tools)).toEqual({ name: 'docker' })
  })

  test('the kind that was asked for is taken or nothing', async () => {
    expect(await runWith({ kind: 'bubblewrap' })).toMatchObject({ sandbox: 'none', fault: { kind: 'refused' } })
    expect(await runWith({ kind: 'docker' })).toMatchObject({ sandbox: 'docker' })
    expect((await runWith({ kind: 'macos' })).fault).toMatchObject({ kind: 'refused', message: expect.stringContaining('sandbox-exec') })
    expect((await runWith({ kind: 'refuse' })).fault?.message).toMatch(/sandbox\.kind is refuse\. Set it to auto/)
  })

  test('an image that is not there is named, and is not pulled', async () => {
    const images = { ...docker.images, python: 'absent:1' }
    const { fault } = await runWith({ kind: 'docker', docker: { ...docker, images } })
    expect(fault?.message).toBe('The program was not run: docker has no image absent:1. Get it: docker pull absent:1.')
  })

  test('hosts that programs may reach are never dropped in silence', async () => {
    expect((await runWith({ network: ['data.example.org'] })).fault).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('in docker programs reach no hosts at all'),
    })
  })

  test('without any, all that stands in the way is said, and what to do', async () => {
    const other = openDockerStandIn()
    other.stopEngine()
    const { fault } = await runWith({}, { ...other.tools, trusts: () => false })
    other.close()
    expect(fault?.message).toMatch(
      /\/nowhere\/bwrap could not be started.*apt-get install bubblewrap.*no engine of docker answers: ERROR: Cannot connect.*Start it/,
    )
    expect(await probeSandbox({ ...testTools, bwrapPath: '/nowhere/bwrap', env: {} })).toMatchObject({
      hint: expect.stringContaining('Install Docker'),
    })
  })

  test('a person who says so gets limits alone, for every program, and the result says it', async () => {
    expect(await runWith({ unsafe: true, kind: 'refuse' })).toMatchObject({ sandbox: 'limits', output: 'hello\n' })
    expect(await probeSandbox(standIn.tools, { ...defaultSandbox, unsafe: true })).toEqual({ name: 'limits' })
  })
})
