import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const bubblewrap = '/usr/bin/bwrap'
const node = process.execPath
const writer = join(import.meta.dirname, 'fixtures/writer.ts')
const reader = join(import.meta.dirname, 'fixtures/reader.ts')
const artifacts = join(import.meta.dirname, 'fixtures/artifacts.ts')

/** Runs shell lines where nothing may be written but what `mounts` add. Gives the lines that were printed. */
const within = (mounts: string[], script: string): string[] => {
  const everything = ['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', ...mounts, 'sh', '-c', script]
  const { stdout, stderr } = spawnSync(bubblewrap, everything, { encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.trim().split('\n')
}

describe.skipIf(!existsSync(bubblewrap))('on a disk that refuses (needs bubblewrap)', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gal-disk-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const small = ['--size', String(1_500_000), '--tmpfs', '/mnt']

  test.each(['driver', 'person'])('a full disk refuses a %s with disk-full, and keeps all that it acknowledged', (kind) => {
    const script = `head -c 300000 /dev/zero >/mnt/ballast
      ${node} ${writer} /mnt/gal.sqlite a ${kind} 100000; rm /mnt/ballast
      ${node} ${reader} /mnt/gal.sqlite a
      ${node} ${writer} /mnt/gal.sqlite a ${kind} 1`
    const said = within(small, script)
    const after = said.pop()
    const [code, read] = said.splice(-2)
    const stored = Number(said.at(-1))
    expect(code).toBe('disk-full')
    expect(stored).toBeGreaterThan(10)
    expect(read).toBe(`${stored} {"ok":true,"head":${stored}}`)
    expect(after).toBe(String(stored + 1))
  })

  test('a disk without room for a database at all refuses with disk-full', () => {
    const script = `head -c 2000000 /dev/zero >/mnt/ballast 2>/dev/null; ${node} ${writer} /mnt/gal.sqlite a driver 1`
    expect(within(small, script)).toEqual(['disk-full'])
  })

  test('a folder that may not be written to refuses with read-only, with and without a database in it', () => {
    expect(within([], `${node} ${writer} ${folder}/new/gal.sqlite a driver 1`)).toEqual(['read-only'])
    expect(within([], `${node} ${writer} ${folder}/gal.sqlite a driver 1`)).toEqual(['read-only'])
    spawnSync(node, [writer, `${folder}/gal.sqlite`, 'a', 'driver', '1'])
    expect(within([], `${node} ${writer} ${folder}/gal.sqlite a driver 1`)).toEqual(['read-only'])
  })

  test('an artifact that finds no room is refused with disk-full, and the one before it stays whole', () => {
    const script = `${node} ${artifacts} /mnt report.md 1000 5000000; ls -A /mnt; wc -c </mnt/report.md`
    expect(within(small, script)).toEqual(['1000', 'disk-full', 'report.md', '1000'])
  })

  test('an artifact in a folder that may not be written to is refused with read-only', () => {
    expect(within([], `${node} ${artifacts} ${folder} figures/a.svg 10`)).toEqual(['read-only'])
  })
})
