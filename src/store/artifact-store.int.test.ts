import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GalError } from '../core/error.ts'
import { type ArtifactStore, createArtifactStore } from './artifact-store.ts'

let folder: string
let store: ArtifactStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gal-artifacts-'))
  store = createArtifactStore(join(folder, 'run', 'artifacts'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const refusal = (code: string) => expect.objectContaining({ constructor: GalError, code })

test('what was written is read back, with its hash and its size in bytes', () => {
  const text = 'Größe: 𝕏\n'
  const { sha256, bytes } = store.write('report.md', text)
  expect([store.read('report.md').toString(), bytes]).toEqual([text, 14])
  expect(sha256).toBe(createHash('sha256').update(text).digest('hex'))
  store.write('raw.bin', new Uint8Array([0, 255, 7]))
  expect([...store.read('raw.bin')]).toEqual([0, 255, 7])
})

test('names are listed in order, those in folders with a slash; nothing else lies there', () => {
  expect(store.list()).toEqual([])
  for (const name of ['report.md', 'figures/b.svg', 'figures/a.svg', 'code/1/main.py']) store.write(name, name)
  expect(store.list()).toEqual(['code/1/main.py', 'figures/a.svg', 'figures/b.svg', 'report.md'])
  expect(readdirSync(join(folder, 'run', 'artifacts', 'figures'))).toEqual(['a.svg', 'b.svg'])
})

test('a second write replaces the first', () => {
  store.write('a.txt', 'a long first text')
  store.write('a.txt', 'short')
  expect(store.read('a.txt').toString()).toBe('short')
})

test('the part that a killed process left is not listed, and the next write takes its place', () => {
  store.write('b.txt', 'b')
  const left = join(folder, 'run', 'artifacts', '.a.txt.part')
  writeFileSync(left, 'hal')
  expect(store.list()).toEqual(['b.txt'])
  store.write('a.txt', 'whole')
  expect([store.list(), existsSync(left)]).toEqual([['a.txt', 'b.txt'], false])
})

test('an artifact that is not there is refused by name', () => {
  expect(() => store.read('nothing.md')).toThrow(refusal('missing-file'))
})

test.each(['', '/etc/passwd', '..', '../a', 'a/../../b', 'a//b', 'a/', './a', '.hidden', 'a\\b', 'C:\\a', 'a\0b', 'a\nb', 'x'.repeat(201)])(
  'the name %j is refused, to write and to read',
  (name) => {
    expect(() => store.write(name, 'x')).toThrow(refusal('bad-option'))
    expect(() => store.read(name)).toThrow(refusal('bad-option'))
  },
)

test('whatever the name, nothing is written outside the folder', () => {
  const outside = join(folder, 'outside.txt')
  writeFileSync(outside, 'mine')
  const piece = fc.constantFrom('..', '.', '', 'a', 'b.md', '~', 'outside.txt', '\\', 'run')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      try {
        store.write(pieces.join('/'), 'x')
      } catch (error) {
        // A name may also need a folder where a file lies.
        expect(['bad-option', 'read-only']).toContain(error instanceof GalError ? error.code : error)
      }
      expect(readFileSync(outside, 'utf8')).toBe('mine')
      expect(readdirSync(folder).filter((name) => name !== 'run')).toEqual(['outside.txt'])
    }),
    { numRuns: 60 },
  )
})
