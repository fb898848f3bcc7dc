import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'

/** An archive's files in a folder of their own, with nothing of gal beside or above. */
export const unpack = (zip: Uint8Array, below: string): string => {
  const folder = mkdtempSync(join(below, 'bare-'))
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return join(folder, 'reproduce')
}

const realPython = () => execFileSync('python3', ['-c', 'import os, sys; print(os.path.realpath(sys.executable))']).toString().trim()

/** A folder for PATH that holds one interpreter and nothing else. */
export const onlyOn = (below: string, language: 'javascript' | 'python' | 'none'): string => {
  const bin = mkdtempSync(join(below, 'bin-'))
  if (language === 'javascript') symlinkSync(process.execPath, join(bin, 'node'))
  if (language === 'python') symlinkSync(realPython(), join(bin, 'python3'))
  return bin
}

export type Said = { status: number | null; said: string; verdict: string }

/** Starts an archive's script as a stranger would, with PATH and nothing else in its environment. */
export const runScript = (folder: string, path: string, ...words: string[]): Said => {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['reproduce', ...words], { cwd: folder, env: { PATH: path }, encoding: 'utf8' })
  return { status, said: stdout + stderr, verdict: stdout.trimEnd().split('\n').at(-1) ?? '' }
}

export const readJson = <Value>(folder: string, name: string): Value => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Value

/** Changes a file of an archive; `hashed` also puts its new hash among the recorded ones, as one who means it would. */
export const change = (
  folder: string,
  name: string,
  turn: (text: string) => string,
  hashed: 'hashed' | 'as it was' = 'as it was',
): void => {
  const text = readFileSync(join(folder, name), 'utf8')
  const turned = turn(text)
  if (turned === text) throw new Error(`nothing of ${name} was changed`)
  writeFileSync(join(folder, name), turned)
  if (hashed === 'as it was') return
  const hashes = { ...readJson<Record<string, string>>(folder, 'hashes.json'), [name]: createHash('sha256').update(turned).digest('hex') }
  writeFileSync(join(folder, 'hashes.json'), JSON.stringify(hashes))
}
