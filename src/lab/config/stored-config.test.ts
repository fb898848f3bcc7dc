import { expect, test } from 'vitest'
import { loadConfig } from '../config.ts'
import { readStoredConfig } from './stored-config.ts'

const config = loadConfig({ sets: ['seed=7', 'budget.calls=3', 'task-notes.report-writing=[short]'] }).config

test('a stored configuration comes back as it was', () => {
  expect(readStoredConfig(JSON.parse(JSON.stringify(config)))).toEqual(config)
})

test('keys that this version does not have are left out, and keys that it has in addition get their defaults', () => {
  const { seed: _seed, ...rest } = config
  const stored = { ...rest, colour: 'red', budget: { ...config.budget, days: 2 } }
  expect(readStoredConfig(stored)).toEqual({ ...config, seed: 1 })
})

test('a value that this version cannot take is a bad record, with every problem named', () => {
  expect(() => readStoredConfig({ ...config, seed: 'x', port: -1 })).toThrow(
    expect.objectContaining({ code: 'bad-record', message: expect.stringMatching(/port: must be .*; seed: must be /) }),
  )
})
