import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createMacos } from '../../src/sandbox/macos.ts'
import { probeBubblewrap } from '../../src/sandbox/probe-bubblewrap.ts'
import { probeMacos } from '../../src/sandbox/probe-macos.ts'
import { createRunner, programOf, testTools } from '../../src/sandbox/sandbox.conformance.ts'

/**
 * Stand-ins for macOS's sandbox-exec, which is nowhere else. They take the same words; one has bubblewrap keep in what the profile would,
 * without reading the profile, and the others are broken each in one way.
 */
const folder = mkdtempSync(join(tmpdir(), 'gal-macos-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const readWords = `while [ "$1" = -D ]; do case "$2" in WORK=*) work=\${2#WORK=};; SCRATCH=*) scratch=\${2#SCRATCH=};; esac; shift 2; done; shift 2\n`
const standIn = (name: string, script: string) => {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${readWords}${script}\n`)
  chmodSync(path, 0o755)
  return path
}
// The checkout may lie beside the program's folder, and Node within it.
const checkout = `--ro-bind "${process.cwd()}" "${process.cwd()}"`
const box = `exec bwrap --dev-bind / / --remount-ro / --tmpfs "$(dirname "$work")" ${checkout} --bind "$work" "$work" --bind "$scratch" "$scratch"`
const shut = '--remount-ro "$(dirname "$work")"'
const absent = 'problem' in (await probeBubblewrap(testTools))
const title = absent ? ' (skipped: apt-get install bubblewrap)' : ''

describe.skipIf(absent)(`the sandbox of macOS, with a stand-in that keeps in${title}`, () => {
  const keeps = standIn('keeps', `${box} ${shut} --unshare-net "$@"`)
  const { run } = createRunner(createMacos(testTools, keeps, 'darwin'))

  test('runs a program, in JavaScript and in Python, and its files and metrics are the result', async () => {
    const code =
      'from lab import metric\nimport os, tempfile\nmetric("a", 1)\nopen("left", "w")\ntempfile.TemporaryFile()\nprint(os.getcwd())'
    expect(await run(programOf('python', code))).toMatchObject({
      sandbox: 'macos',
      output: '/lab\n',
      files: ['left'],
      metrics: [{ name: 'a' }],
    })
    expect(await run(programOf('javascript', 'process.exit(3)'))).toMatchObject({ sandbox: 'macos', exitCode: 3 })
  })

  test('is not believed before a trial that must not read, write or reach anything outside', async () => {
    const probe = (path: string) => probeMacos(testTools, path, 'darwin')
    expect(await probe(keeps)).toBeUndefined()
    expect(await probe(standIn('open', 'exec "$@"'))).toMatchObject({ problem: expect.stringContaining('read outside its folder') })
    expect(await probe(standIn('writable', `${box} --unshare-net "$@"`))).toMatchObject({
      problem: expect.stringContaining('write outside its folder'),
    })
    expect(await probe(standIn('netted', `${box} ${shut} "$@"`))).toMatchObject({
      problem: expect.stringContaining('reach this machine'),
    })
    expect(await probe(standIn('fails', 'echo unsupported >&2; exit 71'))).toMatchObject({
      problem: expect.stringContaining('unsupported'),
    })
    expect(await probe('/nowhere/sandbox-exec')).toMatchObject({ problem: expect.stringContaining('could not be started') })
  })
})

test('elsewhere than on macOS there is none, and a program is refused', async () => {
  const sandbox = createMacos(testTools, '/usr/bin/sandbox-exec', 'linux')
  const settings = { folder: join(folder, 'work'), seconds: 5, memoryMiB: 256, outputChars: 100 }
  const result = await sandbox.run(programOf('javascript', ''), settings, AbortSignal.any([]), () => undefined)
  expect(result).toMatchObject({
    sandbox: 'none',
    fault: { kind: 'refused', message: expect.stringContaining('no sandbox-exec for linux') },
  })
})
