import { expect, test } from 'vitest'
import { fold } from '../core/events/index.ts'
import type { Facts } from '../core/facts.ts'
import { phaseNames } from '../core/names.ts'
import { createState } from '../core/state.ts'
import type { Request } from '../models/model.ts'
import { createMemoryDisk, createMemoryEventLog, type MemoryDisk } from '../store/memory-event-log.ts'
import { eventsOf } from './testing/events-of.ts'
import { killedAfterEvery } from './testing/killed-after-every.ts'
import { simpleCast } from './testing/simple-cast.ts'
import { driveTestLab, run } from './testing/test-lab.ts'

const stateOf = (disk: MemoryDisk) => fold(createState(), createMemoryEventLog({ disk }).read(run, 0))

test('a run goes through all seven phases, once back to planning, and is complete', async () => {
  const { result, disk } = await driveTestLab()
  expect(result).toEqual({ ended: { kind: 'complete' } })
  const starts = eventsOf(disk).flatMap((event) => (event.type === 'phase-start' ? [`${event.phase} ${event.attempt}`] : []))
  expect(starts).toEqual([...phaseNames.map((name) => `${name} 1`), ...phaseNames.slice(1).map((name) => `${name} 2`)])
})

test('killed after every third event and resumed, it ends with the same log and asks for no stored reply again', async () => {
  await killedAfterEvery(3)
}, 120_000)

test('every request starts with the one before of the same conversation, to the byte: whoever speaks next at a table reads on', async () => {
  const { asked } = await driveTestLab()
  const last = new Map<string, Request>()
  let compared = 0
  for (const request of asked) {
    const key = `${request.turn.split('.')[1]} ${request.conversation}`
    const before = last.get(key)
    if (before) {
      expect(request.messages.slice(0, before.messages.length)).toEqual(before.messages)
      compared++
    }
    last.set(key, request)
  }
  expect(compared).toBeGreaterThan(20)
  const dialogue = asked.filter(({ phase }) => phase === 'plan-formulation')
  expect(dialogue.slice(0, 3).map(({ role }) => role)).toEqual(['postdoc', 'phd-student', 'postdoc'])
  expect(new Set(dialogue.map(({ conversation }) => conversation))).toEqual(new Set(['plan-formulation/postdoc#0']))
  expect(dialogue[2]?.messages.at(-2)).toMatchObject({ from: 'role', text: expect.stringContaining('I agree.') })
  expect(dialogue[2]?.messages.at(-1)?.text).toMatch(/Answer as postdoc\. Commands now: dialogue, plan/)
})

test('a malformed reply gets one repair turn with the error, and then the lab chooses, marked', async () => {
  const cast = (facts: Parameters<typeof simpleCast>[0]) => (facts.phase === 'literature-review' ? 'Shall I proceed?' : simpleCast(facts))
  const { result, disk, asked } = await driveTestLab({ cast })
  expect(result).toEqual({ ended: { kind: 'complete' } })
  const ends = eventsOf(disk).flatMap((event) => (event.type === 'turn-end' && event.id.startsWith('literature') ? [event] : []))
  expect(ends[0]).toMatchObject({ ok: false, result: expect.stringContaining('not one JSON object') })
  expect(ends[1]).toMatchObject({ fallback: true, command: 'search-papers' })
  expect(asked[1]?.messages.at(-1)?.text).toContain('not one JSON object')
})

test('a role that never does what is needed ends the phase as named, and the run with it', async () => {
  const cast = (facts: Parameters<typeof simpleCast>[0]) =>
    facts.phase === 'plan-formulation' ? JSON.stringify({ command: 'dialogue', text: `Shall I proceed? ${facts.step}` }) : simpleCast(facts)
  const { result } = await driveTestLab({ cast, phaseSettings: { 'plan-formulation': { steps: 6 } } })
  expect(result).toEqual({ ended: { kind: 'failed', why: 'plan-formulation: no plan was settled: the limit of 6 steps was reached' } })
})

test('the same answer over and over is nudged, and then the phase is ended', async () => {
  const told: string[] = []
  const cast = (facts: Parameters<typeof simpleCast>[0], { messages }: Request) => {
    if (facts.phase !== 'literature-review') return simpleCast(facts)
    told.push(messages.at(-1)?.text ?? '')
    return JSON.stringify({ command: 'search-papers', query: 'the same words' })
  }
  const { result } = await driveTestLab({ cast })
  expect(result).toMatchObject({
    ended: { kind: 'partial', why: expect.stringMatching(/0 of 5 papers were reviewed: phd-student gave the same search-papers 7 times/) },
  })
  expect(told.filter((words) => words.includes('the same search-papers'))).not.toHaveLength(0)
})

test.each([
  ['calls', { calls: 9 }, 'the budget of 9 model calls for the run is spent'],
  ['tokens', { tokens: 20_000 }, 'the budget of 20000 tokens for the run is spent'],
])('a budget of %s is never overdrawn, and the run says which was spent', async (_name, budget, why) => {
  const { result, disk } = await driveTestLab({ settings: { budget } })
  expect(result).toMatchObject({ ended: { why: expect.stringContaining(why) } })
  const { spent } = stateOf(disk)
  expect(spent.calls).toBeLessThanOrEqual('calls' in budget ? 9 : Number.POSITIVE_INFINITY)
  expect(spent.input + spent.output).toBeLessThanOrEqual('tokens' in budget ? 20_000 : Number.POSITIVE_INFINITY)
})

test('a phase budget ends that phase alone', async () => {
  const { result } = await driveTestLab({ settings: { budget: { phases: { 'literature-review': { calls: 3 } } } } })
  expect(result).toMatchObject({
    ended: {
      kind: 'partial',
      why: expect.stringContaining('2 of 5 papers were reviewed: the budget of 3 model calls for literature-review is spent'),
    },
  })
})

test.each(['pause', 'stop'] as const)('a %s from another process is heard while a model is answering, and resume goes on', async (kind) => {
  const disk = createMemoryDisk()
  const other = createMemoryEventLog({ disk })
  let silent = true
  const cast = async (facts: Parameters<typeof simpleCast>[0]) => {
    if (!silent || facts.phase !== 'plan-formulation') return simpleCast(facts)
    setTimeout(() => other.input(run, { type: `${kind}-ask`, by: 'another' }), 5)
    return new Promise<string>(() => undefined)
  }
  const { result } = await driveTestLab({ disk, cast })
  expect(result).toMatchObject({ halted: { cause: kind, why: expect.stringContaining('another') } })
  silent = false
  expect((await driveTestLab({ disk, cast })).result).toEqual({ ended: { kind: 'complete' } })
})

test('a note and an answer from another process reach the roles in their next turn', async () => {
  const disk = createMemoryDisk()
  const other = createMemoryEventLog({ disk })
  const told: string[] = []
  const cast = (facts: Parameters<typeof simpleCast>[0], request: Request) => {
    told.push(request.messages.at(-1)?.text ?? '')
    if (facts.turn === 'literature-review.1.0.0') return JSON.stringify({ command: 'ask-person', text: 'Is accuracy what you care about?' })
    if (facts.turn === 'literature-review.1.1.0') {
      other.input(run, { type: 'note-add', by: 'a person', text: 'Prefer recent papers.' })
      other.input(run, { type: 'answer-give', by: 'a person', question: 'ask.literature-review.1.0.0', answer: 'Calibration.' })
      return JSON.stringify({ command: 'search-papers', query: 'label smoothing' })
    }
    return simpleCast(facts)
  }
  await driveTestLab({ disk, cast, settings: { questions: 1 } })
  expect(told[2]).toContain('Prefer recent papers.')
  expect(told[2]).toContain('The answer: Calibration.')
  expect(told[3]).not.toContain('Prefer recent papers.')
})

test('a gate asks a person at the end of its phase, holds the run, and lets it go on once answered', async () => {
  const settings = { gates: { 'plan-formulation': 'ask' as const } }
  const disk = createMemoryDisk()
  const first = await driveTestLab({ disk, settings })
  expect(first.result).toMatchObject({ halted: { cause: 'question', why: expect.stringContaining('gate.plan-formulation.1') } })
  const answer = (id: string) =>
    createMemoryEventLog({ disk }).input(run, { type: 'answer-give', by: 'a person', question: id, answer: 'go on' })
  answer('gate.plan-formulation.1')
  expect((await driveTestLab({ disk, settings })).result).toMatchObject({
    halted: { why: expect.stringContaining('gate.plan-formulation.2') },
  })
  answer('gate.plan-formulation.2')
  expect((await driveTestLab({ disk, settings })).result).toEqual({ ended: { kind: 'complete' } })
})

test('a model that cannot be had lets go of the run, which goes on later with another', async () => {
  const disk = createMemoryDisk()
  const down = await driveTestLab({ disk, cast: () => ({ kind: 'unreachable', message: 'nobody answers' }) })
  expect(down.result).toMatchObject({ halted: { cause: 'fault', why: 'nobody answers' } })
  expect((await driveTestLab({ disk })).result).toEqual({ ended: { kind: 'complete' } })
})

test('an answer that arrives broken is on the record and repaired; a server that only sends such answers is let go of', async () => {
  const disk = createMemoryDisk()
  let broken = 1
  const cast = (facts: Facts) => (broken-- > 0 ? { kind: 'bad-output' as const, message: 'the stream ended early' } : simpleCast(facts))
  expect((await driveTestLab({ disk, cast })).result).toEqual({ ended: { kind: 'complete' } })
  expect(eventsOf(disk).filter(({ type }) => type === 'turn-fault')).toHaveLength(1)
  const always = await driveTestLab({ cast: () => ({ kind: 'bad-output', message: 'the stream ended early' }) })
  expect(always.result).toMatchObject({ halted: { cause: 'fault', why: 'the stream ended early' } })
  expect(always.asked.length).toBeLessThanOrEqual(5)
})

test('a conversation that no longer fits is told in short once, and what fell out is said', async () => {
  const { disk, asked, result } = await driveTestLab({ context: 6000 })
  expect(result).toEqual({ ended: { kind: 'complete' } })
  const condensed = eventsOf(disk).flatMap((event) => (event.type === 'turns-condense' ? [event] : []))
  expect(condensed.length).toBeGreaterThan(0)
  expect(condensed[0]?.dropped.length).toBeGreaterThan(0)
  for (const { messages, maxTokens, phase } of asked.filter(({ phase }) => phase === 'literature-review'))
    expect(messages.map(({ text }) => text).join('\n').length / 4 + maxTokens, phase).toBeLessThanOrEqual(6000)
})
