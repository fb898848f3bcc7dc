import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { GalError } from '../core/error.ts'
import { onDisk } from './disk-fault.ts'
import { makeFolder } from './make-folder.ts'
import { migrations } from './migrations/index.ts'

export type Connection = Database.Database

/** 'galb' in ASCII: tells a database of gal from those of other programs. */
const applicationId = 0x67_61_6c_62

/** Measured: with rows of 1.7 KB, pages of 4 and 8 KiB leave 12 % more unused. Fixed when a database is made. */
const pageSize = 16 * 1024

/** How long a writer waits for the others before it gives up, in milliseconds. */
const patience = 10_000

const numberOf = (database: Connection, pragma: string): number => Number(database.pragma(pragma, { simple: true }))

const checkOrigin = (database: Connection, file: string): void => {
  const version = numberOf(database, 'user_version')
  if (numberOf(database, 'application_id') === applicationId) {
    if (version <= migrations.length) return
    const problem = `${file} was written by a newer gal (database version ${version}, this gal knows ${migrations.length})`
    throw new GalError('newer-database', problem, 'install that gal, or choose another folder with --runs')
  }
  const { tables } = database.prepare<[], { tables: number }>('SELECT count(*) AS tables FROM sqlite_schema').get() ?? { tables: 0 }
  if (version === 0 && tables === 0) return
  throw new GalError('corrupt-database', `${file} is a database of another program`, 'choose another folder with --runs')
}

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** SQLite itself does not wait for the others when a new file changes to WAL (measured: refused in 2 of 1,000 openings). */
const changeToWal = (database: Connection, attempts = 200): void => {
  try {
    database.pragma('journal_mode = WAL')
  } catch (error) {
    const busy = error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY'
    if (!busy || attempts === 1) throw error
    pause(10)
    changeToWal(database, attempts - 1)
  }
}

/** One transaction for all steps: another process that opens the file meanwhile finds it untouched or finished. */
const migrate = (database: Connection, file: string): void => {
  if (numberOf(database, 'user_version') === migrations.length) return
  const step = database.transaction(() => {
    checkOrigin(database, file)
    for (const sql of migrations.slice(numberOf(database, 'user_version'))) database.exec(sql)
    database.pragma(`application_id = ${applicationId}`)
    database.pragma(`user_version = ${migrations.length}`)
  })
  step.immediate()
}

/**
 * Opens the lab's database, makes it when it is missing, and brings it up to date. A commit survives the death of the
 * process (synchronous NORMAL). Safe when several processes do so at the same moment.
 * Throws GalError `newer-database`, `corrupt-database`, `read-only` or `disk-full`.
 */
export const openDatabase = (file: string): Connection =>
  onDisk(file, () => {
    makeFolder(dirname(file))
    const database = new Database(file, { timeout: patience })
    try {
      database.pragma(`page_size = ${pageSize}`)
      // Within one transaction: between two reads another process may finish making the very same file.
      database.transaction(checkOrigin).deferred(database, file)
      changeToWal(database)
      database.pragma('synchronous = NORMAL')
      migrate(database, file)
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
