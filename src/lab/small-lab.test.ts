import { expect, test } from 'vitest'
import { plan } from '../agents/commands/plan.ts'
import type { LabEvent } from '../core/events/index.ts'
import { fold } from '../core/events/index.ts'
import type { Facts } from '../core/facts.ts'
import { createState } from '../core/state.ts'
import type { Request } from '../models/model.ts'
import { createScripted } from '../models/scripted.ts'
import { sparing } from './sparing.ts'
import { simpleCast } from './testing/simple-cast.ts'
import { createTestParts, driveTestLab, run } from './testing/test-lab.ts'

type Driven = Awaited<ReturnType<typeof driveTestLab>>
const eventsIn = ({ log }: Driven): LabEvent[] => [...log.read(run, 0)].map(({ event }) => event)
const stateIn = ({ log }: Driven) => fold(createState(), log.read(run, 0))

/** What a very small model does: it takes the first thing that it may, and says the same again and again. */
const stubborn = (facts: Facts, { schema }: Request): string => {
  if (facts.commands.includes('search-papers') && facts.phase === 'literature-review')
    return JSON.stringify({ command: 'search-papers', query: 'label smoothing' })
  if (facts.phase === 'literature-review') {
    const id = /"(bundled:[^"]+)"/.exec(JSON.stringify(schema))?.[1]
    return JSON.stringify({ command: 'add-paper', id, note: 'A note that is long enough to be one.' })
  }
  const talks = facts.commands.includes('dialogue') && ['plan-formulation', 'results-interpretation'].includes(facts.phase)
  return talks ? JSON.stringify({ command: 'dialogue', text: `I am not sure yet, at step ${facts.step}.` }) : simpleCast(facts)
}

test('what a role gives over and over is not offered to it again, so that it gets on by its own choice', async () => {
  const driven = await driveTestLab({ cast: stubborn, phaseSettings: { 'plan-formulation': { steps: 1 } } })
  const ended = eventsIn(driven).flatMap((event) => (event.type === 'turn-end' ? [event] : []))
  expect(ended.slice(0, 8).map(({ command }) => command)).toEqual([...Array(6).fill('search-papers'), 'add-paper', 'search-papers'])
  expect(ended.some(({ fallback }) => fallback)).toBe(false)
})

test('near the end of a phase only what ends it is left, and a dialogue comes to its plan', async () => {
  const cast = (facts: Facts, request: Request): string =>
    facts.commands.join() === 'plan'
      ? JSON.stringify({ ...plan.example, command: 'plan', text: 'words '.repeat(20) })
      : stubborn(facts, request)
  const driven = await driveTestLab({ cast, phaseSettings: { 'plan-formulation': { steps: 20 }, 'report-refinement': { 'ways-back': 0 } } })
  const planning = driven.asked.filter(({ phase }) => phase === 'plan-formulation')
  expect(planning.at(-1)?.facts).toMatchObject({ role: 'postdoc', commands: ['plan'] })
  expect(planning.filter(({ facts }) => facts.commands.join() === 'plan')).toHaveLength(1)
  expect(eventsIn(driven).some(({ type }) => type === 'plan-accept')).toBe(true)
})

test('a very small model is kept short, in its texts and in the calls of a phase, and any other is not', async () => {
  const long = (schema: Request['schema']) => [...JSON.stringify(schema).matchAll(/"maxLength":(\d+)/g)].map((match) => Number(match[1]))
  const small = await driveTestLab({ parameters: 135e6, settings: { maxTokens: 4096 } })
  for (const { schema, maxTokens } of small.asked) {
    expect(Math.max(0, ...long(schema))).toBeLessThanOrEqual(1200)
    expect(maxTokens).toBe(1536)
  }
  const large = await driveTestLab({ parameters: 8e9, settings: { maxTokens: 4096 } })
  expect(Math.max(...large.asked.flatMap(({ schema }) => long(schema)))).toBeGreaterThan(20_000)
  const { settings } = createTestParts({
    model: createScripted([]),
    settings: { budget: { calls: 90, phases: { 'report-writing': { calls: 7, tokens: 9 } } } },
  })
  const spared = sparing(settings, createScripted([], { parameters: 135e6 })).budget
  expect(spared).toMatchObject({
    calls: 90,
    phases: { 'plan-formulation': { calls: expect.any(Number) }, 'report-writing': { calls: 7, tokens: 9 } },
  })
  expect(sparing(settings, createScripted([], { parameters: 8e9 }))).toBe(settings)
  expect(sparing(settings, createScripted([]))).toBe(settings)
})

test('what is told in short leaves room for the next turns as well, so that not every request has a new beginning', async () => {
  const cast = (facts: Facts) =>
    facts.phase === 'literature-review'
      ? JSON.stringify({ command: 'search-papers', query: `label smoothing ${facts.step}` })
      : simpleCast(facts)
  const driven = await driveTestLab({
    cast,
    context: 8192,
    settings: { maxTokens: 4096 },
    phaseSettings: { 'literature-review': { steps: 24 } },
  })
  const turns = driven.asked.filter(({ phase }) => phase === 'literature-review').length
  const condensed = eventsIn(driven).filter(({ type }) => type === 'turns-condense').length
  expect(condensed).toBeGreaterThan(0)
  expect(condensed).toBeLessThan(turns / 2)
})

test('the turns in which the lab chose are counted by phase and by name', async () => {
  const driven = await driveTestLab({ cast: (facts) => (facts.ask.startsWith('section:abstract') ? 'no' : simpleCast(facts)) })
  const { tally } = stateIn(driven)
  const chosen = Object.values(tally).flatMap((one) => one.chosen)
  const fallbacks = eventsIn(driven).flatMap((event) => (event.type === 'turn-end' && event.fallback ? [event.id] : []))
  expect(fallbacks.length).toBeGreaterThan(0)
  expect(chosen).toEqual(fallbacks)
  expect(tally['report-writing']).toMatchObject({ repaired: 0, nothing: 0 })
  expect(tally['literature-review']?.turns).toBe(
    eventsIn(driven).filter((event) => event.type === 'turn-start' && event.id.startsWith('literature')).length,
  )
})
