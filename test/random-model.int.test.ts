import { expect, test } from 'vitest'
import { offer } from '../src/agents/offer.ts'
import { strangers } from '../src/agents/papers-now.ts'
import { parseCommand } from '../src/agents/parse.ts'
import { fold } from '../src/core/events/index.ts'
import { createState, type ReadonlyState } from '../src/core/state.ts'
import { driveTestLab, run, type TestLab } from '../src/lab/testing/test-lab.ts'
import { createOllama } from '../src/models/ollama.ts'
import { ollamaAnswering } from '../src/models/stand-in/ollama.ts'
import { type StandIn, startStandIn } from '../src/models/stand-in/server.ts'
import { phaseNamed } from '../src/phases/index.ts'
import { tellOf } from '../src/phases/phase.ts'
import type { EventLog } from '../src/store/event-log.ts'
import { anyValue } from './support/schema-values.ts'

const never = new AbortController().signal

/** An Ollama whose model knows nothing, and fills whatever schema it is held to with random values. */
const serveChance = (seed: number): Promise<StandIn> => {
  let turn = seed * 10_000
  return startStandIn((response, asked) => {
    const text = JSON.stringify(anyValue(asked.body.format as object, turn++))
    return ollamaAnswering(text)(response, asked)
  })
}

/** Commands that were carried out although they did not stand up to what could be given at that moment. */
const wronglyDone = (log: EventLog): string[] => {
  const state = createState()
  const readText = (text: unknown) => (typeof text === 'string' ? text : log.blob(text as Parameters<EventLog['blob']>[0]))
  const wrong: string[] = []
  const offeredFor = new Map<string, ReturnType<typeof offer>>()
  for (const stored of log.read(run, 0)) {
    const { event } = stored
    fold(state, [stored])
    const open = state.phase?.turns.findLast((turn) => 'id' in event && turn.id === event.id)
    const phase = state.phase && phaseNamed(state.phase.name)
    const tell = open && phase ? tellOf(phase, open.ask) : undefined
    if (event.type === 'turn-reply' && open && tell)
      offeredFor.set(open.id, offer(tell.commands, { state: structuredClone(state) as ReadonlyState, ask: open.ask, readText }))
    if (event.type !== 'turn-end' || event.command === undefined || event.fallback) continue
    const parsed = parseCommand(readText(open?.reply ?? ''), offeredFor.get(event.id) ?? [])
    if (!('command' in parsed) || parsed.command.name !== event.command) wrong.push(`${event.id}: ${event.command}`)
  }
  return wrong
}

const bounded: TestLab = {
  settings: { budget: { calls: 400 } },
  phaseSettings: {
    'literature-review': { steps: 30 },
    'plan-formulation': { steps: 30 },
    'data-preparation': { steps: 30 },
    'results-interpretation': { steps: 30 },
    'report-writing': { edits: 2 },
  },
}

test.each([1, 2, 3, 4, 5])(
  'a model that answers by chance, held to the schema of each turn, ends in a named outcome and invents no paper (%d)',
  async (seed) => {
    const server = await serveChance(seed)
    const model = createOllama({ model: 'chance', baseUrl: server.url, context: 32_768 })
    const { result, log } = await driveTestLab({
      ...bounded,
      context: 32_768,
      cast: async (_facts, request) => {
        const answer = await model.generate(request, never, () => undefined)
        return 'reply' in answer ? answer.reply.text : answer.fault
      },
    })
    await server.close()
    const state = fold(createState(), log.read(run, 0))
    expect(result).toMatchObject({ ended: { kind: expect.stringMatching(/^(complete|partial|failed)$/) } })
    expect(state.spent.calls).toBeLessThanOrEqual(400)
    expect(wronglyDone(log)).toEqual([])
    expect(Object.keys(state.added).filter((id) => !state.found[id])).toEqual([])
    const attempts = [state.now, ...state.earlier]
    const texts = attempts
      .flatMap(({ report }) => Object.values(report.sections))
      .map((text) => (typeof text === 'string' ? text : log.blob(text)))
    expect(texts.flatMap((text) => strangers(text, state))).toEqual([])
    const ends = [...log.read(run, 0)].flatMap(({ event }) => (event.type === 'turn-end' ? [event] : []))
    const first = ends.filter(({ command, fallback }) => command !== undefined && !fallback).length
    // Some texts cite a paper that nobody found, which no schema can forbid: those are refused, and asked for again.
    expect(first / ends.length).toBeGreaterThan(0.85)
  },
)
