import { afterEach, describe, expect, test } from 'vitest'
import { createFault } from '../core/fault.ts'
import type { ModelDeps, Opened } from './model-deps.ts'
import { checkModels, openModel } from './open-model.ts'
import { openModels } from './open-models.ts'
import { createScripted } from './scripted.ts'
import { modelsSettings } from './settings.ts'
import { anthropicWire } from './stand-in/anthropic.ts'
import { googleWire } from './stand-in/google.ts'
import { mistralWire } from './stand-in/mistral.ts'
import { ollamaAnswering } from './stand-in/ollama.ts'
import { openaiWire } from './stand-in/openai.ts'
import { anthropicStandIn, googleStandIn, mistralStandIn } from './stand-in/packages.ts'
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
    '/api/chat': ollamaAnswering('{"command":"dialogue"}'),
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
      hint: expect.stringMatching(/gal models pull qwen3:8b.*qwen3:4b is nearest/),
    })
  })

  test.each([
    ['smolm2', 'smollm2:latest'],
    ['smolm2:latest', 'smollm2:latest'],
    ['lama3:8b', 'llama3:8b'],
  ])('%s is compared with names as people write them', async (wanted, near) => {
    const { url } = await start(having('smollm2:latest', 'llama3:8b'))
    await expect(openModel(`ollama:${wanted}`, at(url), noSecret, deps)).rejects.toMatchObject({
      hint: `get it with: gal models pull ${wanted}; it has smollm2:latest, llama3:8b, of which ${near} is nearest`,
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
    ['google:gemini-x', 'GEMINI_API_KEY'],
    ['mistral:large', 'MISTRAL_API_KEY'],
    ['openrouter:org/model', 'OPENROUTER_API_KEY'],
    ['groq:llama', 'GROQ_API_KEY'],
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

describe('several servers', () => {
  const servers = (...list: object[]) => modelsSettings.parse({ servers: { ollama: list }, retry: { tries: 1 } })
  const generate = (model: Opened['model'], role = 'postdoc') => model.generate(createRequest({ role }), ask.signal, () => undefined)

  test('of Ollama are all asked for the model: one that lacks it is left out, one that is down for now', async () => {
    const [a, b, c] = [await start(having('tiny:1b')), await start(having('other:1b')), await unusedUrl()]
    const list = [{ 'base-url': c, weight: 9 }, { 'base-url': b.url }, { 'base-url': a.url }]
    const { model, why } = await openModel('ollama:tiny:1b', servers(...list), noSecret, deps)
    expect(why).toContain(`Ollama at ${a.url} has it`)
    expect(why).toMatch(new RegExp(`For now without ${c}: .*refused the connection.* Without ${b.url}, which lacks it`))
    for (const role of ['one', 'two', 'three']) expect(await generate(model, role)).toMatchObject({ reply: { model: 'ollama:tiny:1b' } })
    expect([a, b].map(({ asked }) => asked.filter(({ path }) => path === '/api/chat').length)).toEqual([3, 0])
  })

  test('one that dies in the middle of a run costs no answer, and it is said', async () => {
    const [a, b] = [await start(having('tiny:1b')), await start(having('tiny:1b'))]
    const retries: Retry[] = []
    const settings = servers({ 'base-url': a.url, weight: 9 }, { 'base-url': b.url })
    const { model } = await openModel('ollama:tiny:1b', settings, noSecret, { ...deps, onRetry: (retry) => retries.push(retry) })
    expect(await generate(model)).toHaveProperty('reply')
    await a.close()
    expect(await generate(model)).toHaveProperty('reply')
    expect(retries).toMatchObject([{ waitMs: 0, fault: { message: expect.stringContaining(`${a.url} is left alone for 15 s`) } }])
  })

  test('that are all away are named, each with what is wrong', async () => {
    const [a, b] = [await unusedUrl(), await unusedUrl()]
    const opening = openModel('ollama:tiny', servers({ 'base-url': a }, { 'base-url': b }), noSecret, deps)
    await expect(opening).rejects.toMatchObject({ code: 'model-unreachable', message: expect.stringMatching(new RegExp(`${a}.*${b}`)) })
  })

  test('share what is known of them over all models of a run', async () => {
    const [a, b] = [await start(having('small:1b', 'large:8b')), await start(having('small:1b', 'large:8b'))]
    const settings = {
      ...servers({ 'base-url': a.url, weight: 9 }, { 'base-url': b.url }),
      model: 'ollama:small:1b',
      roles: { reviewer: 'ollama:large:8b' },
    }
    const retries: Retry[] = []
    const models = await openModels(settings, noSecret, { ...deps, onRetry: (retry) => retries.push(retry) })
    await a.close()
    expect(await generate(models.modelFor('postdoc', 'plan-formulation'))).toHaveProperty('reply')
    expect(await generate(models.modelFor('reviewer', 'plan-formulation'))).toHaveProperty('reply')
    expect(retries).toHaveLength(1)
  })

  test('behind a key have each its own', async () => {
    const good = sending(openaiWire.type, openaiWire.whole('{"command":"dialogue"}'))
    const [a, b] = [await start(good), await start(good)]
    const list = [{ 'base-url': `${a.url}/v1` }, { 'base-url': `${b.url}/v1`, 'api-key-env': 'OTHER_KEY' }]
    const settings = modelsSettings.parse({ servers: { groq: list } })
    const { model } = await openModel('groq:tiny', settings, (name) => `key-of-${name}`, deps)
    for (const role of ['one', 'two']) await generate(model, role)
    expect([a, b].map(({ asked }) => asked.map(({ headers }) => headers.authorization))).toEqual([
      ['Bearer key-of-GROQ_API_KEY'],
      ['Bearer key-of-OTHER_KEY'],
    ])
  })
})

describe('a provider with a usual place', () => {
  const good = sending(openaiWire.type, openaiWire.whole('{"command":"dialogue"}'))
  const nowhere = async (name: string) => {
    throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' })
  }

  test.each([
    [{}, '/openai/v1/chat/completions'],
    [{ 'api-version': '2024-10-21' }, '/openai/deployments/my%20gpt/chat/completions?api-version=2024-10-21'],
  ])('azure with %j is asked at %s, with its own header for the key', async (more, path) => {
    const { url, asked } = await start(good)
    const settings = modelsSettings.parse({ providers: { azure: { 'base-url': url, ...more } } })
    const { model } = await openModel('azure:my gpt', settings, () => 'azure-key', deps)
    expect(await model.generate(ask.generate, ask.signal, () => undefined)).toHaveProperty('reply')
    expect(asked[0]).toMatchObject({ path, headers: { 'api-key': 'azure-key' } })
    expect(asked[0]?.headers).not.toHaveProperty('authorization')
  })

  test('azure without an address is refused with what to set', () => {
    const check = () => checkModels(modelsSettings.parse({ model: 'azure:gpt' }), () => 'key')
    expect(check).toThrow(expect.objectContaining({ code: 'bad-config', hint: expect.stringContaining('models.providers.azure.base-url') }))
  })

  const natives = [
    ['anthropic', '@langchain/anthropic', anthropicStandIn, anthropicWire],
    ['google', '@langchain/google-genai', googleStandIn, googleWire],
    ['mistral', '@langchain/mistralai', mistralStandIn, mistralWire],
  ] as const
  test.each(natives)("%s is asked in OpenAI's way while %s is not installed, and this is said", async (provider, name) => {
    const { url, asked } = await start(good)
    const settings = modelsSettings.parse({ providers: { [provider]: { 'base-url': `${url}/v1` } } })
    const { model, why } = await openModel(`${provider}:tiny`, settings, () => 'key', { ...deps, importPackage: nowhere })
    expect(why).toContain(`npm install ${name}.`)
    expect(await model.generate(ask.generate, ask.signal, () => undefined)).toHaveProperty('reply')
    expect(asked[0]?.path).toBe('/v1/chat/completions')
  })

  test.each(natives)('%s is asked through %s where it is installed', async (provider, name, found, wire) => {
    const { url, asked } = await start(sending(wire.type, wire.whole('{"command":"dialogue"}')))
    const settings = modelsSettings.parse({ providers: { [provider]: { 'base-url': url } } })
    const { model, why } = await openModel(`${provider}:tiny`, settings, () => 'key', { ...deps, importPackage: async () => found })
    expect(why).toContain(`is configured, to be asked through ${name}.`)
    expect(await model.generate(ask.generate, ask.signal, () => undefined)).toHaveProperty('reply')
    expect(asked).toHaveLength(1)
  })

  test.each(natives)('%s that must be asked in its own way is refused without %s, in one line that installs it', async (provider, name) => {
    const settings = modelsSettings.parse({ providers: { [provider]: { api: 'native' } } })
    const opening = openModel(`${provider}:tiny`, settings, () => 'key', { ...deps, importPackage: nowhere })
    await expect(opening).rejects.toMatchObject({ code: 'missing-package', status: 2, hint: `npm install ${name}` })
  })

  test('a package that is broken is not taken for one that is missing', async () => {
    const broken = async () => {
      throw Object.assign(new Error("Cannot find package 'zod' imported from @langchain/anthropic"), { code: 'ERR_MODULE_NOT_FOUND' })
    }
    const opening = openModel('anthropic:tiny', modelsSettings.parse({}), () => 'key', { ...deps, importPackage: broken })
    await expect(opening).rejects.toThrow(/zod/)
  })

  test.each(['vllm', 'lm-studio', 'llama-cpp'])(
    '%s is on this machine and wants no key; nobody was asked, so that it is not said to answer',
    async (provider) => {
      const { why } = await openModel(`${provider}:tiny`, modelsSettings.parse({}), noSecret, deps)
      expect(why).toMatch(/http:\/\/127\.0\.0\.1:\d+ is configured\.$/)
    },
  )
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
