import { expect, test } from 'vitest'
import { parseEvent } from '../../events/index.ts'
import { createViewerState, foldViewer } from '../fold.ts'
import { heldOutEnd, heldOutLog, heldOutRunning } from './held-out-log.ts'
import { rowsOf } from './long-log.ts'

test('the made-up study is well-formed, and its accepted program leads', () => {
  for (const event of [...heldOutLog, ...heldOutRunning, ...heldOutEnd]) parseEvent(event)
  const state = rowsOf([...heldOutLog, ...heldOutEnd]).reduce(foldViewer, createViewerState('r'))
  expect(state.best).toBe('running-experiments.1.6.0')
  expect(state.programs.find(({ operator }) => operator === 'final')?.spread).toMatchObject({ seeds: 10, split: 'test' })
  expect(state.programs.flatMap(({ flags = [] }) => flags.map(({ kind }) => kind))).toEqual([
    'seeds-ignored',
    'too-good',
    'leak',
    'identical-results',
  ])
  expect(state.curve.map(({ best }) => best)).toEqual([true, false, false, true, false, false, false])
})
