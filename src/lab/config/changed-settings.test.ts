import { expect, test } from 'vitest'
import { loadConfig } from '../config.ts'
import { changedSettings } from './changed-settings.ts'

const changed = (...sets: string[]) => changedSettings(loadConfig({ sets }).config, loadConfig({}).config)

test('what differs from the defaults and bears on the outcome is given as it would be set again', () => {
  const sets = ['budget.calls=40', 'gates.plan-formulation=ask', 'sources.use=["arxiv"]']
  expect(changed(...sets, 'port=1', 'runs=/tmp/x', 'ui.language=fr', 'seed=9', 'model=rehearsal')).toEqual(sets)
  expect(loadConfig({ sets: changed(...sets) }).config).toEqual(loadConfig({ sets }).config)
  expect(changed()).toEqual([])
})

test('a folder of this machine is not named', () => {
  expect(changed('sources.folder.path=/home/me/papers', 'prompts=/home/me/prompts')).toEqual([
    'prompts=<your folder>',
    'sources.folder.path=<your folder>',
  ])
})
