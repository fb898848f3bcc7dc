import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GalError } from '../core/error.ts'
import { openDatabase } from './open-database.ts'
import { openSqliteEventLog } from './sqlite-event-log.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gal-open-'))
  file = join(folder, 'runs', 'gal.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const parts = { clock: () => 0, alive: () => false }
const refusal = (code: string) => expect.objectContaining({ constructor: GalError, code, message: expect.stringContaining(file) })

const ask = (sql: string): unknown => {
  const database = new Database(file)
  try {
    return database.prepare(sql).pluck().get()
  } finally {
    database.close()
  }
}

test('a missing file and its folder are made, in the form that the log wants', () => {
  openDatabase(file).close()
  expect(['page_size', 'journal_mode', 'user_version', 'application_id'].map((name) => ask(`PRAGMA ${name}`))).toEqual([
    16384,
    'wal',
    1,
    0x67_61_6c_62,
  ])
})

test('an empty file becomes a database, as one that was made a moment ago by another process does', () => {
  mkdirSync(join(folder, 'runs'))
  writeFileSync(file, '')
  openDatabase(file).close()
  expect(ask('PRAGMA user_version')).toBe(1)
})

test('opening again changes nothing', () => {
  openDatabase(file).close()
  const before = readFileSync(file)
  openDatabase(file).close()
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a database of a newer gal is refused and stays as it is', () => {
  openDatabase(file).close()
  const newer = new Database(file)
  newer.pragma('user_version = 99')
  newer.close()
  expect(() => openSqliteEventLog(file, parts)).toThrow(refusal('newer-database'))
  expect(ask('PRAGMA user_version')).toBe(99)
})

test('a database of another program is refused and stays as it is', () => {
  mkdirSync(join(folder, 'runs'))
  const foreign = new Database(file)
  foreign.exec('CREATE TABLE recipe (name TEXT)')
  foreign.close()
  const before = readFileSync(file)
  expect(() => openSqliteEventLog(file, parts)).toThrow(refusal('corrupt-database'))
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a file that is no database is refused, with a hint, and stays as it is', () => {
  mkdirSync(join(folder, 'runs'))
  writeFileSync(file, 'not a database '.repeat(1000))
  expect(() => openSqliteEventLog(file, parts)).toThrow(refusal('corrupt-database'))
  expect(() => openSqliteEventLog(file, parts)).toThrow(expect.objectContaining({ hint: expect.stringMatching(/./) }))
  expect(readFileSync(file, 'utf8')).toBe('not a database '.repeat(1000))
})

test('a database of which a part is missing is refused, at once or when that part is read', () => {
  const log = openSqliteEventLog(file, parts)
  log.create('a')
  for (let index = 0; index < 60; index++) log.input('a', { type: 'note-add', by: 'test', text: `${index} `.repeat(300) })
  log.close()
  truncateSync(file, 3 * 16384)
  const read = () => {
    const damaged = openSqliteEventLog(file, parts)
    try {
      return damaged.read('a', 0)
    } finally {
      damaged.close()
    }
  }
  expect(read).toThrow(refusal('corrupt-database'))
})

test('a folder in the place of the file is refused', () => {
  mkdirSync(file, { recursive: true })
  expect(() => openSqliteEventLog(file, parts)).toThrow(refusal('read-only'))
})

test('a file in the place of the folder is refused', () => {
  writeFileSync(join(folder, 'runs'), '')
  expect(() => openSqliteEventLog(file, parts)).toThrow(refusal('read-only'))
})
