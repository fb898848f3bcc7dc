import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readServeFile, writeServeFile } from './serve-file.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gal-serve-'))
  file = join(folder, 'gal-serve.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const url = 'http://localhost:8765'

test('says where the server is and what opens it, to its user alone, and is gone at the end', () => {
  writeFileSync(file, 'left by one that was killed', { mode: 0o644 })
  const remove = writeServeFile(folder, url, { token: 'secret', audienceToken: 'looking' })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ url, token: 'secret', audienceToken: 'looking', pid: process.pid })
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  remove()
  expect(existsSync(file)).toBe(false)
  remove()
})

test('the file of a later server stays', () => {
  const remove = writeServeFile(folder, url, {})
  const later = JSON.stringify({ url, token: null, audienceToken: null, pid: process.pid + 1 })
  writeFileSync(file, later)
  remove()
  expect(readFileSync(file, 'utf8')).toBe(later)
})

test.skipIf(process.platform === 'win32')('a file that others may read or write is not believed, and no link is followed', () => {
  writeServeFile(folder, url, { token: 'secret' })
  expect(readServeFile(folder)).toMatchObject({ url, token: 'secret' })
  for (const mode of [0o644, 0o620, 0o602]) {
    chmodSync(file, mode)
    expect(readServeFile(folder)).toBeUndefined()
  }
  chmodSync(file, 0o600)
  renameSync(file, `${file}.real`)
  symlinkSync(`${file}.real`, file)
  expect(readServeFile(folder)).toBeUndefined()
})

test('a file that others may read is taken away at the end all the same', () => {
  const remove = writeServeFile(folder, url, {})
  chmodSync(file, 0o644)
  remove()
  expect(existsSync(file)).toBe(false)
})

test.each([
  'https://localhost:8765',
  'ftp://localhost',
  'http://me:secret@localhost:8765',
  'http://lab.example:8765',
  'http://localhost.lab.example:8765',
  'http://127.0.0.1.lab.example',
  'http://192.0.2.1:8765',
])("a server that is not on this machine, or not gal's way of saying so, is not believed: %s", (told) => {
  writeServeFile(folder, told, { token: 'secret' })
  expect(readServeFile(folder)).toBeUndefined()
})

test.each([
  ['http://localhost:8765/?token=x\u001b[2J#\u0007', url],
  ['http://local\nhost:8765/\u009b', url],
  ['http://127.0.0.1:80/', 'http://127.0.0.1'],
  ['http://[::1]:8765', 'http://[::1]:8765'],
])('of an address only name and port are kept, and no control character: %j', (told, kept) => {
  writeServeFile(folder, told, {})
  expect(readServeFile(folder)?.url).toBe(kept)
})
