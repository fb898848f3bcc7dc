import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporary } from '../support/temporary.ts'

const debian = process.platform === 'linux' && process.arch === 'x64' && existsSync('/usr/bin/apt-get')

/** A fresh clone, in which Godot was set up before; `imports` is what the shell does when it is to import. */
const clone = (imports: string) => {
  const home = realpathSync(temporary())
  const target = join(home, 'cache')
  mkdirSync(join(home, 'godot'), { recursive: true })
  mkdirSync(join(target, 'bin'), { recursive: true })
  cpSync('tools/setup-godot', join(home, 'tools/setup-godot'))
  writeFileSync(join(home, 'godot/project.godot'), 'config_version=5\n')
  const calls = join(home, 'calls')
  const script = `#!/bin/sh
case "$*" in *--version*) echo 4.6; exit 0;; esac
echo "$*" >>"${calls}"
${imports}
`
  writeFileSync(join(target, 'bin/godot'), script, { mode: 0o755 })
  writeFileSync(join(target, '.stamp'), `layout=1 suite=forky gl=1 prefix=${target}\n`)
  const setup = () => {
    const { status, stdout, stderr } = spawnSync(join(home, 'tools/setup-godot'), [target], { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }
  return { home, setup, calls: () => readFileSync(calls, 'utf8').trim().split('\n') }
}

describe.skipIf(!debian)('npm run setup:godot in a fresh clone', () => {
  test('the viewer is imported once, so that Godot can be started by hand', () => {
    const { home, setup, calls } = clone('mkdir -p "$3/.godot"; : >"$3/.godot/global_script_class_cache.cfg"')
    expect(setup()).toEqual({ status: 0, said: expect.stringContaining('importing the viewer once') })
    expect(setup()).toEqual({ status: 0, said: 'setup-godot: already there: Godot 4.6\n' })
    expect(calls()).toEqual([`--headless --path ${join(home, 'godot')} --import`])
  })

  test('an import that came to nothing is told with its last words', () => {
    const { setup } = clone('echo "no room left"')
    expect(setup()).toEqual({ status: 1, said: expect.stringMatching(/no room left\nsetup-godot: error: Godot could not import/) })
  })
})
