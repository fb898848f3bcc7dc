import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeServeFile } from './serve-file.ts'

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
