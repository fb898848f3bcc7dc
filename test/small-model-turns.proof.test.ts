import { describe, expect, test } from 'vitest'
import { strangers } from '../src/agents/papers-now.ts'
import { fold } from '../src/core/events/index.ts'
import { createState } from '../src/core/state.ts'
import { driveTestLab, run } from '../src/lab/testing/test-lab.ts'
import { chooseOllamaModel } from '../src/models/auto.ts'
import { createOllama } from '../src/models/ollama.ts'
import { listOllamaModels } from '../src/models/ollama-server.ts'

const baseUrl = process.env.GAL_OLLAMA_URL ?? 'http://127.0.0.1:11435'
const never = new AbortController().signal
const listed = await listOllamaModels(baseUrl, fetch, never)
const name = 'models' in listed ? chooseOllamaModel(listed.models, 'smollm2')?.name : undefined

describe.skipIf(name === undefined)(`a real small model at an Ollama (GAL_OLLAMA_URL, else ${baseUrl})`, () => {
  test('gives turns that are valid actions, 19 of 20 at the first try, and names no paper that nobody found', async () => {
    const model = createOllama({ model: name ?? '', baseUrl, context: 8192 })
    const { result, log } = await driveTestLab({
      settings: { budget: { calls: 20 }, maxTokens: 400 },
      phaseSettings: { 'literature-review': { steps: 6, papers: 1 }, 'plan-formulation': { steps: 4 } },
      context: model.context,
      cast: async (_facts, request) => {
        const answer = await model.generate(request, never, () => undefined)
        return 'reply' in answer ? answer.reply.text : answer.fault
      },
    })
    const events = [...log.read(run, 0)].map(({ event }) => event)
    const ends = events.flatMap((event) => (event.type === 'turn-end' ? [event] : []))
    const first = ends.filter(({ command, fallback }) => command !== undefined && !fallback)
    expect(result).toHaveProperty('ended')
    expect(first.length / ends.length).toBeGreaterThanOrEqual(0.95)
    const state = fold(createState(), log.read(run, 0))
    expect(Object.keys(state.added).filter((id) => !state.found[id])).toEqual([])
    const texts = Object.values(state.now.report.sections).map((text) => (typeof text === 'string' ? text : log.blob(text)))
    expect(texts.flatMap((text) => strangers(text, state))).toEqual([])
  })
})
