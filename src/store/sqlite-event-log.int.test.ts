import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describeEventLog, type Storage } from './event-log.conformance.ts'
import { openSqliteEventLog } from './sqlite-event-log.ts'

const forged = JSON.stringify({ type: 'stop-ask', by: 'forger' })
const where = 'run = (SELECT key FROM run WHERE name = ?) AND seq = ?'

const createStorage = (): Storage => {
  const folder = mkdtempSync(join(tmpdir(), 'gal-log-'))
  const file = join(folder, 'gal.sqlite')
  const forge = (sql: string, ...values: (string | number)[]): void => {
    const database = new Database(file)
    const { changes } = database.prepare(sql).run(...values)
    database.close()
    if (changes !== 1) throw new Error(`nothing was forged by ${sql}`)
  }
  return {
    open: (parts) => openSqliteEventLog(file, parts),
    changeRow: (run, seq) => forge(`UPDATE event SET size = NULL, body = ? WHERE ${where}`, forged, run, seq),
    removeRow: (run, seq) => forge(`DELETE FROM event WHERE ${where}`, run, seq),
    addRow: (run) =>
      forge(
        `INSERT INTO event (run, seq, at, prev, body) SELECT run, seq + 1, at, prev, ? FROM event
         WHERE run = (SELECT key FROM run WHERE name = ?) ORDER BY seq DESC LIMIT 1`,
        forged,
        run,
      ),
    changeBlob: (sha) => forge('UPDATE text SET size = NULL, body = ? WHERE key = ?', 'forged', sha),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

describeEventLog('SQLite', createStorage)
