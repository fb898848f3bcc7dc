import { describe, expect, test } from 'vitest'
import type { LabEvent } from '../../core/events/index.ts'
import { createMemoryEventLog } from '../../store/memory-event-log.ts'
import { createTranslation } from './to-agui.ts'
import type { AgUiEvent } from './translate/event.ts'

const start: LabEvent = { type: 'run-start', topic: 'Does it help?', seed: 1, language: 'en', version: '0', config: {}, configHash: 'h' }
const phase: LabEvent = { type: 'phase-start', phase: 'literature-review', attempt: 1 }
const turn = (id: string, role: 'phd-student' | 'postdoc' = 'phd-student'): LabEvent => ({
  type: 'turn-start',
  id,
  step: 0,
  role,
  ask: 'go',
  told: 'Go.',
  reserve: 1,
})
const reply = (id: string, text: string): LabEvent => ({
  type: 'turn-reply',
  id,
  text,
  model: 'm',
  usage: { input: 10, output: 2, cost: 0.5 },
})
const end = (id: string, result: string, command?: string): LabEvent => ({
  type: 'turn-end',
  id,
  ok: true,
  result,
  ...(command ? { command } : {}),
})
const question = (id: string, blocks: boolean): LabEvent => ({ type: 'question-ask', id, text: 'Go on?', options: ['go on'], blocks })

/** What a reader is sent who comes after the first `seen` events. */
const told = (events: readonly LabEvent[], seen = 1): AgUiEvent[] => {
  const log = createMemoryEventLog()
  const [first, ...others] = events
  log.create('r', first)
  const taken = log.acquire('r', { pid: 1, started: '0', host: 'h' })
  if (!('lease' in taken)) throw new Error('the run is driven')
  log.append(taken.lease, others, 1)
  const entries = log.read('r', 0)
  const history = entries.slice(0, seen)
  const translation = createTranslation({ threadId: 't', runId: 'a', run: 'r', history, readBlob: (reference) => log.blob(reference) })
  return [...translation.begin(), ...entries.slice(seen).flatMap((entry) => translation.next(entry))]
}
const typesOf = (events: readonly AgUiEvent[]) => events.map(({ type }) => type)
const ofType = (events: readonly AgUiEvent[], type: string) => events.filter((event) => event.type === type)

describe('a turn', () => {
  test('is a subagent, its reply a message of its role, its command a call with a result', () => {
    const events = told([start, phase, turn('x'), reply('x', '{"command":"plan","text":"So."}'), end('x', 'Settled.', 'plan')], 2)
    expect(typesOf(events.slice(3))).toEqual([
      'STEP_STARTED',
      'SUBAGENT_STARTED',
      'TEXT_MESSAGE_START',
      'TEXT_MESSAGE_CONTENT',
      'TEXT_MESSAGE_END',
      'STATE_DELTA',
      'TOOL_CALL_START',
      'TOOL_CALL_ARGS',
      'TOOL_CALL_END',
      'TOOL_CALL_RESULT',
      'SUBAGENT_FINISHED',
    ])
    expect(events).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ type: 'TEXT_MESSAGE_START', messageId: 'x', subagentRunId: 'x', name: 'phd-student' }),
        expect.objectContaining({ type: 'TEXT_MESSAGE_CONTENT', delta: 'So.' }),
        expect.objectContaining({ type: 'TOOL_CALL_START', toolCallName: 'plan', parentMessageId: 'x', subagentRunId: 'x' }),
        expect.objectContaining({ type: 'TOOL_CALL_ARGS', delta: '{"text":"So."}' }),
        expect.objectContaining({ type: 'TOOL_CALL_RESULT', content: 'Settled.' }),
        { type: 'STATE_DELTA', delta: [{ op: 'replace', path: '/spent', value: { calls: 1, tokens: 12, cost: 0.5 } }], timestamp: 0 },
      ]),
    )
  })

  test('whose answer was no command is one that failed', () => {
    const events = told([start, phase, turn('x'), reply('x', 'Hm.'), end('x', 'Your answer was not one JSON object.')])
    expect(events.at(-1)).toMatchObject({ type: 'SUBAGENT_ERROR', subagentRunId: 'x', code: 'malformed' })
    expect(ofType(events, 'TOOL_CALL_START')).toEqual([])
  })

  test('whose reply is too long for the log is told of whole, its result by its beginning', () => {
    const long = 'long '.repeat(10_000)
    const events = told([start, phase, turn('x'), reply('x', JSON.stringify({ command: 'plan', text: long })), end('x', long, 'plan')])
    expect(ofType(events, 'TEXT_MESSAGE_CONTENT')).toMatchObject([{ delta: long }])
    const [result] = ofType(events, 'TOOL_CALL_RESULT') as { content: string }[]
    expect(result?.content).toMatch(/50000 characters.*GET \/v1\/runs\/r\/events\/5/)
  })

  test('that is open is begun anew for who comes later, and its result goes to the message of the snapshot', () => {
    const events = told([start, phase, turn('x'), reply('x', '{"command":"plan","text":"So."}'), end('x', 'Settled.', 'plan')], 4)
    expect(typesOf(events.slice(3, 6))).toEqual(['STEP_STARTED', 'SUBAGENT_STARTED', 'TOOL_CALL_START'])
    expect(events[1]).toMatchObject({ messages: [{ id: 'topic' }, { id: 'x', content: 'So.', subagentRunId: 'x' }] })
    expect(ofType(events, 'TOOL_CALL_ARGS')).toMatchObject([{ delta: '{"text":"So."}' }])
  })

  test('that the phase leaves open is closed with it', () => {
    const over: LabEvent = { type: 'phase-end', phase: 'literature-review', attempt: 1, outcome: { kind: 'complete' }, next: 'end' }
    const events = told([start, phase, turn('x'), turn('y', 'postdoc'), over])
    expect(typesOf(events.slice(-4))).toEqual(['SUBAGENT_ERROR', 'SUBAGENT_ERROR', 'STEP_FINISHED', 'STATE_DELTA'])
  })
})

test('a question that blocks ends the stream with all that wait; one that does not is in the state', () => {
  const events = told([start, phase, turn('x'), question('one', false), question('two', true), reply('x', 'Late.')])
  expect(events.at(-1)).toMatchObject({
    type: 'RUN_FINISHED',
    outcome: { type: 'interrupt', interrupts: [{ id: 'two', message: 'Go on?', responseSchema: { examples: ['go on'] } }] },
  })
  expect(ofType(events, 'SUBAGENT_FINISHED')).toMatchObject([{ subagentRunId: 'x', outcome: { type: 'suspended' } }])
  expect(ofType(events, 'STATE_DELTA').at(-1)).toMatchObject({ delta: [{ path: '/questions', value: [{ id: 'one' }, { id: 'two' }] }] })
})

test('the end tells the tokens that were used since the reader came', () => {
  const over: LabEvent = { type: 'run-end', outcome: { kind: 'partial', why: 'The budget was spent.' } }
  const events = told([start, phase, turn('x'), reply('x', 'Hm.'), turn('y'), reply('y', 'Hm.'), over], 4)
  expect(events.at(-1)).toMatchObject({
    type: 'RUN_FINISHED',
    outcome: { type: 'success' },
    result: { outcome: { kind: 'partial' }, report: null },
    usage: [{ model: 'm', inputTokens: 10, outputTokens: 2, totalTokens: 12 }],
  })
})

test('what has no counterpart is told of by its kind and place, also when only a newer gal knows it', () => {
  const newer = { type: 'coffee-drink', turn: 'x' } as unknown as LabEvent
  const events = told([start, phase, turn('x'), newer, { type: 'model-choose', model: 'm', why: 'It answers.' }])
  expect(ofType(events, 'CUSTOM')).toMatchObject([
    { name: 'coffee-drink', value: { seq: 4 }, subagentRunId: 'x' },
    { name: 'model-choose', value: { seq: 5 } },
  ])
})
