import { expect, test } from 'vitest'
import { loadConfig } from '../lab/config.ts'
import { createMemoryDisk, createMemoryEventLog } from '../store/memory-event-log.ts'
import { beginRun } from './begin-run.ts'

const { config } = loadConfig({ sets: ['model=rehearsal'] })
const topic = 'k in nearest neighbours'
const parts = { secrets: new Map([['KEY', 'sk-0123456789']]), secret: () => undefined, random: () => 0.5, version: 'test' }

test('a run that another process makes between the look and the beginning is found, not made again', () => {
  const disk = createMemoryDisk()
  const [theirs, ours] = [createMemoryEventLog({ disk }), createMemoryEventLog({ disk })]
  let looked = false
  const log: typeof ours = {
    ...ours,
    runs() {
      const runs = ours.runs()
      if (!looked) beginRun({ ...parts, log: theirs }, { topic, config, key: 'once' })
      looked = true
      return runs
    },
  }
  expect(beginRun({ ...parts, log }, { topic, config, key: 'once' })).toEqual({ run: ours.runs()[0]?.run, begun: false })
  expect(ours.runs()).toHaveLength(1)
})

test('what keeps a run from being made is told, with a key and without one', () => {
  const log = createMemoryEventLog({ room: 0 })
  for (const key of ['once', undefined]) expect(() => beginRun({ ...parts, log }, { topic, config, key })).toThrow(/died/)
})

test('the check is asked for a new run alone, and refuses it', () => {
  const log = createMemoryEventLog()
  const check = () => {
    throw new Error('no room')
  }
  expect(() => beginRun({ ...parts, log }, { topic, config, key: 'once', check })).toThrow('no room')
  expect(log.runs()).toEqual([])
  const { run } = beginRun({ ...parts, log }, { topic, config, key: 'once' })
  expect(beginRun({ ...parts, log }, { topic, config, key: 'once', check })).toEqual({ run, begun: false })
})

test('a secret in the topic is not stored, and the topic is still the same one for its key', () => {
  const log = createMemoryEventLog()
  const secret = `${topic} sk-0123456789`
  const { run } = beginRun({ ...parts, log }, { topic: secret, config, key: 'once' })
  expect(JSON.stringify(log.read(run, 0))).not.toContain('sk-0123456789')
  expect(beginRun({ ...parts, log }, { topic: secret, config, key: 'once' })).toEqual({ run, begun: false })
})
