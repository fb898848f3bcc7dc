import { expect, test } from 'vitest'
import { createViewerState, foldViewer } from '../../../../src/core/viewer/fold.ts'
import type { ViewerState } from '../../../../src/core/viewer/viewer-state.ts'
import { replyHead, saidBefore, speechOf } from './speech-of.ts'

const after = (...events: object[]): ViewerState =>
  events.reduce<ViewerState>(
    (state, event, index) =>
      foldViewer(state, { run: 'r', seq: index + 1, at: new Date(index * 1000).toISOString(), event } as Parameters<typeof foldViewer>[1]),
    createViewerState('r'),
  )
const phase = { type: 'phase-start', phase: 'plan-formulation', attempt: 1 }
const start = (id: string, role: string) => ({ type: 'turn-start', id, step: 0, role, ask: 'next', told: 'x', reserve: 0 })
const reply = (id: string, text: string) => ({
  type: 'turn-reply',
  id,
  text: JSON.stringify({ command: 'dialogue', text }),
  model: 'm',
  usage: { input: 1, output: 1, cost: 0 },
})
const end = (id: string) => ({ type: 'turn-end', id, command: 'dialogue', ok: true, result: 'Said.' })

test('before anybody has a turn, nothing is said', () => {
  expect(speechOf(after(phase), new Map())).toEqual([])
})

test('what is being said now is the words so far of the open turn', () => {
  const state = after(phase, start('plan-formulation.1.0.0', 'postdoc'))
  const [spoken] = speechOf(state, new Map([['plan-formulation.1.0.0', '{"command":"dialogue","text":"Let us']]))
  expect(spoken).toMatchObject({ role: 'postdoc', live: true })
  expect(replyHead(spoken?.reply ?? '')).toBe('Let us')
})

test('a whole reply is shown rather than what was heard on the way', () => {
  const state = after(phase, start('plan-formulation.1.0.0', 'postdoc'), reply('plan-formulation.1.0.0', 'Let us begin.'))
  const [spoken] = speechOf(state, new Map([['plan-formulation.1.0.0', '{"command":"dialogue","text":"Let us']]))
  expect(replyHead(spoken?.reply ?? '')).toBe('Let us begin.')
})

test('while nobody has a turn, whoever spoke last is shown, and the others before', () => {
  const [one, two] = ['plan-formulation.1.0.0', 'plan-formulation.1.1.0']
  const state = after(
    phase,
    start(one, 'postdoc'),
    reply(one, 'First.'),
    end(one),
    start(two, 'phd-student'),
    reply(two, '# **Second.**'),
    end(two),
  )
  const shown = speechOf(state, new Map())
  expect(shown.map(({ role, live }) => [role, live])).toEqual([['phd-student', false]])
  expect(replyHead(shown[0]?.reply ?? '')).toBe('Second.')
  expect(saidBefore(state, new Set([two])).map(({ role }) => role)).toEqual(['postdoc'])
})
