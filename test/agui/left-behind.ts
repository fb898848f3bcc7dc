import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EventLog } from '../../src/store/event-log.ts'
import { openSqliteEventLog } from '../../src/store/sqlite-event-log.ts'
import { root } from '../support/gal.ts'
import { keptFolder } from '../support/temporary.ts'

const databases = join(root, 'test/fixtures/databases')

/** The versions of gal that left a database behind. */
export const versions: readonly string[] = readdirSync(databases)

/** The log that a version left. Whoever opens it closes it. */
export const logLeftBy = (version: string): EventLog => {
  const file = join(keptFolder(), 'gal.sqlite')
  cpSync(join(databases, version, 'gal.sqlite'), file)
  return openSqliteEventLog(file, { clock: Date.now, alive: () => false })
}
