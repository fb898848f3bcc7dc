import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, type LabEvent } from '../../../core/events/index.ts'
import { createState } from '../../../core/state.ts'
import type { Signal } from '../../../lab/parts.ts'
import { attend, createStage, hear } from '../stage.ts'
import { run, start, stored, turn } from '../testing.ts'
import { widthOf } from '../width.ts'
import { type PanelInput, renderPanel } from './render-panel.ts'

const phase: LabEvent = { type: 'phase-start', phase: 'running-experiments', attempt: 1 }
const program = (id: string): LabEvent => ({
  type: 'program-start',
  id,
  turn: id,
  role: 'ml-engineer',
  operator: 'draft',
  language: 'python',
  code: '1',
})
const score = (id: string, value: number): LabEvent => ({ type: 'program-score', turn: 't', id, score: value, why: 'so' })

const panel = (events: readonly LabEvent[], signals: readonly Signal[] = [], over: Partial<PanelInput> = {}): string[] => {
  const rows = stored([start, ...events])
  const state = fold(createState(), rows)
  const stage = createStage()
  for (const { event, at } of rows) attend(stage, event, Date.parse(at))
  for (const signal of signals) hear(stage, signal)
  return renderPanel(state, stage, {
    run,
    columns: 80,
    rows: 24,
    now: rows.length * 1000 + 6000,
    language: 'en',
    paint: (_, text) => text,
    ...over,
  })
}
const text = (...input: Parameters<typeof panel>) => panel(...input).join('\n')
const delta = (id: string, words: string): Signal => ({ key: 'delta', turn: id, role: 'ml-engineer', text: words })

describe('the strip of phases', () => {
  const end = (kind: 'complete' | 'failed'): LabEvent => ({
    type: 'phase-end',
    phase: 'running-experiments',
    attempt: 1,
    outcome: kind === 'complete' ? { kind } : { kind, why: 'no luck' },
    next: 'results-interpretation',
  })

  test('marks what is done, what runs and what lies ahead', () => {
    expect(text([phase])).toContain('▶ experiments  · results')
    expect(text([phase, end('complete'), { type: 'phase-start', phase: 'results-interpretation', attempt: 1 }])).toContain(
      '✓ experiments  ▶ results',
    )
    expect(text([phase, end('failed')])).toContain('✗ experiments  · results')
  })

  test('shows after going back that what was done lies ahead again', () => {
    expect(text([phase, end('complete'), { type: 'phase-start', phase: 'plan-formulation', attempt: 2 }])).toContain(
      '▶ plan ×2  · data  · experiments',
    )
  })
})

describe('who is at work', () => {
  test('shows for how long, with which command, and the last of what is said', () => {
    const shown = text([phase, turn('a')], [delta('a', '{"command":"write-program","code":"one\\ntwo\\nthree\\nfo')])
    expect(shown).toContain('● ML engineer  0:07  write-program\n  two\n  three\n  fo')
    expect(shown).not.toContain('one')
  })

  test('numbers people who share a role, and counts those whom there is no room for', () => {
    const shown = text([phase, ...[0, 1, 2, 3, 4].map((seat) => turn(`t${seat}`, seat))])
    expect(shown).toContain('● ML engineer 1')
    expect(shown).toContain('● ML engineer 3')
    expect(shown).not.toContain('ML engineer 4')
    expect(shown).toContain('and 2 more at work')
  })

  test('says that the model is asked again, and forgets what came of the failed try', () => {
    const shown = text(
      [phase, turn('a')],
      [delta('a', '{"text":"lost words'), { key: 'retry', turn: 'a', role: 'ml-engineer', text: 'no answer in 60 s' }],
    )
    expect(shown).toContain('asks the model again: no answer in 60 s')
    expect(shown).not.toContain('lost words')
  })

  test('shows nobody once the run was let go of', () => {
    expect(text([phase, turn('a'), { type: 'run-halt', cause: 'pause', why: 'paused' }])).not.toContain('●')
  })
})

test('shows the last line that a running program printed, without its colours', () => {
  const printed: Signal = { key: 'output', program: 'p', text: 'epoch 1\n\u001b[31mepoch 2\u001b[0m\n' }
  expect(text([phase, program('p')], [printed])).toContain('output  epoch 2')
})

test('says what is run while a program has printed nothing, and nothing of it once it has ended', () => {
  const ended: LabEvent = {
    type: 'program-end',
    id: 'p',
    exitCode: 0,
    signal: null,
    output: '',
    metrics: [],
    files: [],
    sandbox: 's',
    seconds: 1,
  }
  expect(text([phase, program('p')])).toContain('runs a first program (python)')
  expect(text([phase, program('p'), ended])).not.toContain('runs a first program')
})

test('shows how the scores have gone and the best of them', () => {
  const shown = text([phase, program('p'), program('q'), program('r'), score('p', 0.2), score('q', 0.9), score('r', 0.5)])
  expect(shown).toContain('scores ▁█▄ 0.50 best 0.90')
})

test('puts a question above all else, the one that holds the run first, with the command that answers it', () => {
  const ask = (id: string, blocks: boolean): LabEvent => ({ type: 'question-ask', id, text: `What of ${id}?`, options: [], blocks })
  const [, first, command] = panel([phase, ask('later', false), ask('now', true)])
  expect(first).toBe('! needs you: What of now?')
  expect(command).toBe('  gal answer a-run now "<your answer>"')
})

test('leaves out a question that was answered', () => {
  const asked: LabEvent = { type: 'question-ask', id: 'q', text: 'Go on?', options: [], blocks: true }
  expect(text([asked, { type: 'answer-give', by: 'web', question: 'q', answer: 'yes' }])).not.toContain('needs you')
})

test('shows a bar where there is a limit and a bare number where there is none', () => {
  const reply: LabEvent = { type: 'turn-reply', id: 'a', text: '{}', model: 'm', usage: { input: 11_000, output: 1400, cost: 0 } }
  expect(text([phase, turn('a'), reply, reply])).toMatch(/papers 0 of 3 {3}calls ██░░░░░░ 2\/10 {3}tokens 25k {3}time 0:1\d/)
})

test('is never wider or higher than it may be, and lets no control character of what others wrote through', () => {
  const wild = fc.string({ unit: 'binary', minLength: 1, maxLength: 120 })
  const words = fc.oneof(
    wild,
    wild.map((said) => JSON.stringify({ command: 'dialogue', text: said })),
    fc.constant('\u001b]0;title\u0007\u009b2J\u202e平滑🧪'),
  )
  fc.assert(
    fc.property(
      words,
      words,
      words,
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 40 }),
      (said, topic, asked, columns, rows) => {
        const lines = panel(
          [
            { ...start, topic } as LabEvent,
            phase,
            turn('a'),
            turn('b', 1),
            program('p'),
            score('p', 0.5),
            { type: 'question-ask', id: 'q', text: asked, options: [asked], blocks: true },
          ],
          [
            delta('a', said),
            delta('b', said.slice(0, 9)),
            { key: 'output', program: 'p', text: said },
            { key: 'retry', turn: 'b', role: 'r', text: asked },
          ],
          { columns, rows, language: 'fr' },
        )
        expect(lines.length).toBeLessThanOrEqual(Math.min(14, Math.max(0, rows - 2)))
        for (const line of lines) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns)
          expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u)
        }
      },
    ),
    { numRuns: 200 },
  )
})
