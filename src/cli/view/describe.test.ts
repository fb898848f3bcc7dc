import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, type LabEvent } from '../../core/events/index.ts'
import { createState } from '../../core/state.ts'
import { heldOutCard } from '../../core/viewer/testing/held-out-log.ts'
import { describe } from './describe.ts'
import { run, start, stored, turn } from './testing.ts'
import { textsOf } from './texts/index.ts'

const phase: LabEvent = { type: 'phase-start', phase: 'running-experiments', attempt: 1 }
const reply = (text: string): LabEvent => ({ type: 'turn-reply', id: 'a', text, model: 'm', usage: { input: 1, output: 1, cost: 0 } })
const end = (over: object): LabEvent => ({ type: 'turn-end', id: 'a', ok: true, result: 'Done.', ...over }) as LabEvent
const program: LabEvent = {
  type: 'program-start',
  id: 'a',
  turn: 'a',
  role: 'ml-engineer',
  operator: 'draft',
  language: 'python',
  code: '1',
}
const ended: LabEvent = {
  type: 'program-end',
  id: 'a',
  exitCode: 0,
  signal: null,
  output: '',
  metrics: [],
  files: [],
  sandbox: 's',
  seconds: 1.26,
}
const metric = (name: string) => ({ name, value: 1 })
const timeout = { kind: 'timeout', message: 'it took longer than 10 s' } as const

const told = (events: readonly LabEvent[], language: 'en' | 'es' | 'fr' = 'en') => {
  const state = fold(createState(), stored([start, ...events]))
  const last = events.at(-1) ?? start
  return describe(last, run, state, textsOf[language])
}

test.each<[string, LabEvent[], string | undefined]>([
  ['a phase that begins again', [{ ...phase, attempt: 2 } as LabEvent], 'Running experiments, attempt 2'],
  [
    'words to a colleague',
    [phase, turn('a'), reply('{"command":"dialogue","text":"Three\\narms."}'), end({ command: 'dialogue' })],
    '“Three arms.”',
  ],
  ['a command that an event of its own tells', [phase, turn('a'), end({ command: 'plan' })], undefined],
  [
    'a command that could not be done',
    [phase, turn('a'), end({ command: 'edit-program', ok: false, result: 'No such line.' })],
    'edit-program could not be done: No such line.',
  ],
  [
    'a malformed answer',
    [phase, turn('a'), end({ ok: false, result: 'It was empty.' })],
    'gave an answer that could not be used: It was empty.',
  ],
  ['a program that begins', [phase, turn('a'), program], 'runs a first program (python)'],
  [
    'a program that measured',
    [phase, turn('a'), program, { ...ended, metrics: ['loss', 'loss', 'time'].map(metric) } as LabEvent],
    'it ran in 1.3 s and measured 3 values (loss, time)',
  ],
  [
    'a program whose numbers are doubted',
    [phase, turn('a'), program, { ...ended, metrics: [metric('loss')], flags: [{ kind: 'leak', why: 'It reads labels.' }] } as LabEvent],
    'it ran in 1.3 s and measured 1 values (loss); doubtful: It reads labels.',
  ],
  [
    'a program again on fresh seeds',
    [phase, { ...program, operator: 'confirm' } as LabEvent],
    'runs a program again, on fresh seeds (python)',
  ],
  ['the first best program', [phase, { type: 'program-judge', program: 'a', accepted: true, pairs: 0 }], 'a is the first best program'],
  [
    'a program that is better than the best',
    [phase, { type: 'program-judge', program: 'b', best: 'a', accepted: true, p: 0.0041, difference: 0.04, pairs: 5, level: 0.05 }],
    'b is better than a and the best from here on: p = 0.004, 5 pairs of seeds',
  ],
  [
    'a program that is not',
    [phase, { type: 'program-judge', program: 'b', best: 'a', accepted: false, p: 0.3, difference: 0.01, pairs: 5, level: 0.05 }],
    'b is not shown to be better than a: p = 0.300, 5 pairs of seeds',
  ],
  [
    'a data card and the first of its problems',
    [{ type: 'data-card', turn: 't', card: heldOutCard }],
    'took the data set openml:wine-quality-red: 1599 rows, 10 columns, to predict quality; mind: The column citric acid lacks a value in 132 of 1,599 rows.',
  ],
  [
    'a finding of a paper',
    [{ type: 'effect-note', turn: 't', paper: 'p', outcome: 'loss', unit: 'nats', estimate: -2.5, low: -4, high: -1, quote: 'q' }],
    'noted an effect on loss: -2.5 nats, from -4 to -1 (p)',
  ],
  [
    'a program that failed',
    [phase, turn('a'), program, { ...ended, fault: timeout } as LabEvent],
    'it failed after 1.3 s: it took longer than 10 s',
  ],
  [
    'the failed turn of that program',
    [phase, turn('a'), program, { ...ended, fault: timeout } as LabEvent, end({ command: 'write-program', ok: false })],
    undefined,
  ],
  [
    'going back',
    [{ type: 'phase-end', phase: 'report-refinement', attempt: 1, outcome: { kind: 'complete' }, next: 'plan-formulation' }],
    'Report refinement: complete. Back to: Plan formulation',
  ],
  [
    'a partial end',
    [{ type: 'run-end', outcome: { kind: 'partial', why: 'the budget is spent' } }],
    'The run is partial: the budget is spent',
  ],
])('tells %s', (_, events, text) => {
  expect(told(events)?.text).toBe(text)
})

test('says who did it, with the seat', () => {
  expect(told([phase, turn('a', 1), program])?.who).toEqual({ role: 'ml-engineer', seat: 1 })
})

test('gives the command that answers a question, quoted for a shell', () => {
  const ask: LabEvent = { type: 'question-ask', id: 'q', text: 'Which?', options: ['the "new" one', 'none'], blocks: false }
  expect(told([ask])).toMatchObject({ text: 'needs you: Which? (the "new" one / none)', command: 'gal answer a-run q "the \\"new\\" one"' })
})

test('speaks the language of the interface', () => {
  expect(told([{ type: 'run-resume', generation: 2 }], 'es')?.text).toBe('Se retoma la ejecución.')
  expect(told([phase], 'fr')?.text).toBe('Expériences')
})

test('says nothing of a kind of event that it does not know', () => {
  expect(told([{ type: 'from-tomorrow' } as unknown as LabEvent])).toBeUndefined()
})

test('whatever a role says is told on one line without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (said) => {
      const line = told([phase, turn('a'), reply(JSON.stringify({ text: said })), end({ command: 'dialogue' })])?.text ?? ''
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
      expect(line.length).toBeLessThan(220)
    }),
  )
})
