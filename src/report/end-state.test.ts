import { describe, expect, test } from 'vitest'
import type { LabEvent } from '../core/events/index.ts'
import { endStateHash } from './end-state.ts'
import { papers, start, stateOf, wholeRun } from './made-log.ts'

const hash = (log: readonly LabEvent[], since = 0, apart = 1) => endStateHash(stateOf(log, since, apart))
const resumed: LabEvent[] = [
  { type: 'pause-ask', by: 'cli' },
  { type: 'run-halt', cause: 'pause', why: 'asked to' },
  { type: 'run-resume', generation: 2 },
  { type: 'model-choose', model: 'openai:other', why: 'asked for' },
]
const changes: Record<string, LabEvent> = {
  'the outcome': { type: 'run-end', outcome: { kind: 'failed', why: 'x' } },
  'a section': { type: 'section-write', turn: 't', section: 'abstract', text: 'other' },
  'a paper': { type: 'paper-add', turn: 't', id: 'a:3', note: 'n' },
  'an artifact': { type: 'artifact-write', name: 'x', sha256: 'a', bytes: 1 },
  'a note': { type: 'note-add', by: 'cli', text: 'look here' },
  'what was spent': { type: 'turn-reply', id: 't', text: 'x', model: 'm', usage: { input: 1, output: 1, cost: 0 } },
}

describe('the hash of an end state', () => {
  test('is the same at another time and at another pace', () => {
    expect(hash(wholeRun, 1e12, 999)).toBe(hash(wholeRun))
  })

  test('is the same after a pause, a resume and with another model', () => {
    expect(hash([...wholeRun.slice(0, 20), ...resumed, ...wholeRun.slice(20)])).toBe(hash(wholeRun))
  })

  test('does not depend on which of two searches came back first', () => {
    const [first, second, ...rest] = papers as [LabEvent, LabEvent, ...LabEvent[]]
    expect(hash([...start(), second, first, ...rest])).toBe(hash([...start(), first, second, ...rest]))
  })

  test.each(Object.entries(changes))('changes with %s', (_, event) => {
    expect(hash([...wholeRun, event])).not.toBe(hash(wholeRun))
  })

  test('changes with the seed', () => {
    expect(hash(start({ seed: 8 }))).not.toBe(hash(start()))
  })

  test('forgets who answered a question and keeps the answer', () => {
    const asked: LabEvent = { type: 'question-ask', id: 'q.1.0.0', text: 'Go on?', options: [], blocks: true }
    const answer = (by: string, text: string): LabEvent[] => [asked, { type: 'answer-give', by, question: 'q.1.0.0', answer: text }]
    expect(hash(answer('web', 'yes'))).toBe(hash(answer('cli', 'yes')))
    expect(hash(answer('cli', 'no'))).not.toBe(hash(answer('cli', 'yes')))
  })
})
