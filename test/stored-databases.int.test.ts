import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fold } from '../src/core/events/index.ts'
import { createState } from '../src/core/state.ts'
import { openSqliteEventLog } from '../src/store/sqlite-event-log.ts'
import { temporary } from './support/temporary.ts'

/** Databases as earlier versions left them, each with what was on it: a later version must still read, check and fold them. */
const folder = join(import.meta.dirname, 'fixtures/databases')

type Expected = {
  run: string
  topic: string
  events: number
  outcome: unknown
  calls: number
  papers: string[]
  phases: string[]
  programs: number
}

describe.each(readdirSync(folder))('the database that gal %s left', (version) => {
  const expected = JSON.parse(readFileSync(join(folder, version, 'expected.json'), 'utf8')) as Expected[]

  test('is opened, its records are unbroken, and its runs fold to what they were', () => {
    const file = join(temporary(), 'gal.sqlite')
    cpSync(join(folder, version, 'gal.sqlite'), file)
    const log = openSqliteEventLog(file, { clock: Date.now, alive: () => false })
    const seen = log.runs().map(({ run, head }): Expected => {
      expect(log.verify(run)).toEqual({ ok: true, head })
      const { topic, outcome, spent, added, ended, now, earlier } = fold(createState(), log.read(run, 0))
      return {
        run,
        topic,
        events: head,
        outcome: outcome ?? null,
        calls: spent.calls,
        papers: Object.keys(added).sort(),
        phases: ended.map(({ phase, attempt, outcome: end }) => `${phase} ${attempt}: ${end.kind}`),
        programs: [...earlier, now].reduce((sum, { programs }) => sum + Object.keys(programs).length, 0),
      }
    })
    log.close()
    expect(seen).toEqual(expected)
  })
})
