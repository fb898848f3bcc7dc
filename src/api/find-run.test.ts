import { expect, test } from 'vitest'
import { agentsStream } from '../core/names.ts'
import { start } from '../report/made-log.ts'
import { createMemoryEventLog } from '../store/memory-event-log.ts'
import { findRun } from './find-run.ts'

const logOf = (...names: string[]) => {
  const log = createMemoryEventLog()
  const [first] = start()
  if (first?.type !== 'run-start') throw new Error('a log begins with run-start')
  for (const name of names) log.create(name, first)
  return log
}

test.each(['../../etc', '/tmp/x', '..', '.hidden', 'a/b', 'a\\b', 'a\u001b[2J', '', '-rf'])(
  'a run that somebody named %j in the database is a bad record, by its name and as the last one',
  (name) => {
    const log = logOf('smooth-1a2b', name)
    for (const asked of [name, 'latest'])
      if (asked !== '') expect(() => findRun(log, asked)).toThrow(expect.objectContaining({ code: 'bad-record' }))
    expect(findRun(log, 'smooth')).toBe('smooth-1a2b')
  },
)

test('a run is found by its name, by the only beginning, and as the last one', () => {
  const log = logOf('smooth-1a2b', 'depth-3c4d')
  expect(['smooth-1a2b', 'dep', 'latest'].map((name) => findRun(log, name))).toEqual(['smooth-1a2b', 'depth-3c4d', 'depth-3c4d'])
  expect(() => findRun(log, 'smoth-1a2b')).toThrow(expect.objectContaining({ code: 'unknown-run' }))
})

test('what agents did outside of runs is never found, not even as the last one', () => {
  const log = logOf('smooth-1a2b')
  log.create(agentsStream)
  expect(findRun(log, 'latest')).toBe('smooth-1a2b')
  for (const name of [agentsStream, 'agen']) expect(() => findRun(log, name)).toThrow(expect.objectContaining({ code: 'unknown-run' }))
})
