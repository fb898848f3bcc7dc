import { openDatabase } from './open-database.ts'

/** The version of SQLite, once it has stored something in memory and given it back. Throws what keeps it from that. */
export const trySqlite = (): string => {
  const database = openDatabase(':memory:')
  try {
    const { version } = database.prepare('SELECT sqlite_version() AS version').get() as { version: string }
    return version
  } finally {
    database.close()
  }
}
