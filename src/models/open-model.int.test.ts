import { afterEach, describe, expect, test } from 'vitest'
import { createFault } from '../core/fault.ts'
import type { ModelDeps } from './model-deps.ts'
import { openModel } from './open-model.ts'
import { openModels } from './open-models.ts'
import { createScripted } from './scripted.ts'
import { modelsSettings } from './settings.ts'
import { ollamaWire } from './stand-in/ollama.ts'
import { createRequest } from './stand-in/request.ts'
import { type Behaviour, refusing, type StandIn, sending, silent, startStandIn, unusedUrl } from './stand-in/server.ts'
import type { Retry } from './with-retry.ts'

const running: StandIn[] = []
afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.close()
})
const start = async (behaviour: Behaviour) => {
  const standIn = await startStandIn(behaviour)
  running.push(standIn)
  return standIn
}

const json = { 'content-type': 'application/json' }
/** An Ollama server that has these models, each good for 4,096 tokens. */
const having = (...names: string[]): Behaviour => {
  const models = names.map((name, place) => ({
    name,
    model: name,
    size: 100 + place,
    modified_at: '2026-01-01T00:00:00Z',
    details: { family: 'llama' },
  }))
  const answers: Record<string, Behaviour> = {
    '/api/tags': refusing(200, JSON.stringify({ models }), json),
    '/api/show': refusing(200, JSON.stringify({ model_info: { 'general.architecture': 'llama', 'llama.context_length': 4096 } }), json),
    '/api/chat': sending(ollamaWire.type, ollamaWire.whole('{"command":"dialogue"}')),
  }
  return (response, asked) => answers[asked.path]?.(response, asked)
}

const noSecret = () => undefined
const deps: ModelDeps = {
  createRehearsal: () => createScripted(['rehearsed'], { name: 'rehearsal' }),
  signal: new AbortController().signal,
  random: () => 0,
}
const at = (url: string, more = {}) => modelsSettings.parse({ ollama: { 'base-url': url, ...more } })
const ask = { generate: createRequest(), signal: new AbortController().signal }

describe('auto', () => {
  test('takes the model of an Ollama that answers, says so, and that model works', async () => {
    const { url } = await start(having('embed', 'qwen3:8b'))
    const { model, why } = await openModel('auto', at(url), noSecret, deps)
    expect([model.name, model.context]).toEqual(['ollama:qwen3:8b', 4096])
    expect(why).toContain(url)
    expect(await model.generate(ask.generate, ask.signal, () => undefined)).toMatchObject({ reply: { model: 'ollama:qwen3:8b' } })
  })

  const without: [string, Behaviour, RegExp][] = [
    ['has nothing that talks', having('nomic-embed-text'), /no model that talks, so this is a rehearsal/],
    ['lets nobody in', refusing(403), /403, so this is a rehearsal/],
    ['is something else', refusing(200, '<html>'), /no Ollama sends.*rehearsal/],
    ['never answers', silent, /took too long to answer, so this is a rehearsal/],
  ]
  test.each(without)('rehearses and says why when the server %s', async (_title, behaviour, says) => {
    const { url } = await start(behaviour)
    const { model, why } = await openModel('auto', at(url), noSecret, deps)
    expect(model.name).toBe('rehearsal')
    expect(why).toMatch(says)
  })

  test('rehearses when nobody listens', async () => {
    const { why } = await openModel('auto', at(await unusedUrl()), noSecret, deps)
    expect(why).toMatch(/refused the connection.*so this is a rehearsal/)
  })

  test('an interrupted search is neither a rehearsal nor an outage', async () => {
    const { url } = await start(silent)
    const interrupted = { ...deps, signal: AbortSignal.abort(new Error('Ctrl-C')) }
    for (const spec of ['auto', 'ollama:tiny']) await expect(openModel(spec, at(url), noSecret, interrupted)).rejects.toThrow('Ctrl-C')
  })
})

describe('a named model', () => {
  test('of an Ollama that is away is refused with what to do', async () => {
    const opening = openModel('ollama:qwen3', at(await unusedUrl()), noSecret, deps)
    await expect(opening).rejects.toMatchObject({ code: 'model-unreachable', status: 6, hint: expect.stringContaining('ollama serve') })
  })

  test('that the server lacks is refused with the nearest that it has', async () => {
    const { url } = await start(having('qwen3:4b', 'llama3:8b'))
    const opening = openModel('ollama:qwen3:8b', at(url), noSecret, deps)
    await expect(opening).rejects.toMatchObject({
      code: 'unknown-model',
      hint: expect.stringMatching(/ollama pull qwen3:8b.*qwen3:4b is nearest/),
    })
  })

  test('gets no more context than is set', async () => {
    const { url } = await start(having('tiny:latest'))
    const { model } = await openModel('ollama:tiny', at(url, { context: 1024 }), noSecret, deps)
    expect([model.name, model.context]).toEqual(['ollama:tiny:latest', 1024])
  })

  test.each([
    ['gpt-4o', 'OPENAI_API_KEY'],
    ['deepseek-chat', 'DEEPSEEK_API_KEY'],
    ['anthropic:claude-x', 'ANTHROPIC_API_KEY'],
  ])('without a key is refused: %s wants %s', async (spec, variable) => {
    const opening = openModel(spec, modelsSettings.parse({}), noSecret, deps)
    await expect(opening).rejects.toMatchObject({ code: 'missing-secret', status: 2, hint: expect.stringContaining(variable) })
  })

  test('with a key that no header can hold is refused without showing it', async () => {
    const opening = openModel('gpt-4o', modelsSettings.parse({}), () => 'sk-a\nb', deps)
    await expect(opening).rejects.toMatchObject({ code: 'missing-secret', message: expect.not.stringContaining('sk-a') })
  })

  test('on this machine needs no key', async () => {
    const { url } = await start(refusing(429, '', { 'retry-after': '0' }))
    const settings = modelsSettings.parse({ openai: { 'base-url': `${url}/v1` }, retry: { tries: 3 } })
    const retries: Retry[] = []
    const { model } = await openModel('openai:tiny', settings, noSecret, { ...deps, onRetry: (retry) => retries.push(retry) })
    expect(await model.generate(ask.generate, ask.signal, () => undefined)).toMatchObject({ fault: { kind: 'rate-limited' } })
    expect(retries).toHaveLength(2)
  })
})

describe('the models of a run', () => {
  test('are opened once each, and the one of a role goes before that of a phase', async () => {
    const { url, asked } = await start(having('small:1b', 'large:8b'))
    const models = await openModels(
      {
        ...at(url),
        model: 'rehearsal',
        roles: { reviewer: 'ollama:large:8b' },
        phases: { 'report-refinement': 'ollama:small:1b', 'plan-formulation': 'ollama:large:8b' },
      },
      noSecret,
      deps,
    )
    expect(models.modelFor('postdoc', 'literature-review').name).toBe('rehearsal')
    expect(models.modelFor('phd-student', 'report-refinement').name).toBe('ollama:small:1b')
    expect(models.modelFor('reviewer', 'report-refinement').name).toBe('ollama:large:8b')
    expect(models.modelFor('postdoc', 'plan-formulation')).toBe(models.modelFor('reviewer', 'report-refinement'))
    expect(models.others).toHaveLength(2)
    expect(asked.filter(({ path }) => path === '/api/show')).toHaveLength(2)
  })

  test('that cannot all be opened are refused before anything runs', async () => {
    const settings = { ...at(await unusedUrl()), model: 'rehearsal', roles: { reviewer: 'ollama:large:8b' } }
    await expect(openModels(settings, noSecret, deps)).rejects.toMatchObject({ code: 'model-unreachable' })
  })

  test('retry by the settings, and rehearsal too is wrapped', async () => {
    const createRehearsal = () => createScripted([createFault('timeout', 'slow'), 'hello'], { name: 'rehearsal' })
    const { model } = await openModel('rehearsal', modelsSettings.parse({}), noSecret, {
      ...deps,
      createRehearsal,
      sleep: async () => undefined,
    })
    expect(await model.generate(ask.generate, ask.signal, () => undefined)).toMatchObject({ reply: { text: 'hello' } })
  })
})
