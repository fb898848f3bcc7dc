import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { gal } from '../../../test/support/gal.ts'
import { temporary } from '../../../test/support/temporary.ts'
import { type Behaviour, refusing, startStandIn } from '../../models/stand-in/server.ts'
import { modelsListing } from '../models-listing.ts'

const json = { 'content-type': 'application/json' }
const key = 'sk-planted/0123456789+abc'
const natives = { anthropic: 'ANTHROPIC_API_KEY', google: 'GEMINI_API_KEY', mistral: 'MISTRAL_API_KEY' } as const

const start = async (behaviour: Behaviour) => {
  const server = await startStandIn(behaviour)
  onTestFinished(server.close)
  return server
}

const ollama: Behaviour = (response, { path }) =>
  void response
    .writeHead(200, json)
    .end(
      path === '/api/tags'
        ? JSON.stringify({ models: [{ name: 'tiny:latest', size: 1, details: { family: 'llama' } }] })
        : JSON.stringify({ model_info: { 'llama.context_length': 8192 }, capabilities: ['completion', 'thinking'] }),
    )

const at = (name: string, url: string) => ['--set', `models.providers.${name}.base-url=${url}`]

test('every provider is listed with what it answers, each asked in its own way, and what a probe saw stands with its model', async () => {
  const cwd = temporary()
  mkdirSync(join(cwd, 'gal'))
  const seen = {
    model: 'ollama:tiny:latest',
    at: '2026-01-01T00:00:00Z',
    step: 'grammar',
    structured: true,
    tokensPerSecond: 87,
    context: 4096,
  }
  writeFileSync(join(cwd, 'gal/models.json'), JSON.stringify({ [seen.model]: seen }))
  const server = await start(refusing(200, JSON.stringify({ data: [{ id: 'm-1', context_window: 9000 }] }), json))
  const env = {
    OLLAMA_BASE_URL: (await start(ollama)).url,
    XDG_CACHE_HOME: cwd,
    ...Object.fromEntries(Object.values(natives).map((name) => [name, key])),
  }
  const sets = Object.keys(natives).flatMap((name) => at(name, server.url))
  const { out } = await gal(['models', '--json', ...sets], { cwd, env })
  const { providers } = modelsListing.parse(JSON.parse(out))
  const one = (name: string) => providers.find(({ provider }) => provider === name)
  expect(one('ollama')).toMatchObject({
    status: 'answers',
    models: [
      { name: 'ollama:tiny:latest', context: 4096, tools: false, thinking: true, structured: true, step: 'grammar', tokensPerSecond: 87 },
    ],
  })
  for (const [name, variable] of Object.entries(natives))
    expect(one(name)).toMatchObject({
      status: 'answers',
      key: { name: variable, set: true },
      package: { name: expect.stringContaining('@langchain/'), installed: true },
      models: [{ name: `${name}:m-1`, context: 9000 }],
    })
  expect(server.asked.map(({ path }) => path).sort()).toEqual(['/v1/models', '/v1/models?limit=1000', '/v1beta/models?pageSize=1000'])
  const headers = server.asked.map(({ headers: sent }) => [sent['x-api-key'], sent['x-goog-api-key'], sent.authorization].filter(Boolean))
  expect(headers.flat().sort()).toEqual([`Bearer ${key}`, key, key])
  expect(one('groq')).toMatchObject({ status: 'not-asked', key: { name: 'GROQ_API_KEY', set: false }, models: [] })
  expect(one('llama')).toMatchObject({ status: 'not-asked', models: [] })
  expect(out).not.toContain('sk-planted')
})

test('for people there is a line for each, in their language, and a key that a server gives back is not shown', async () => {
  const server = await start((response, asked) =>
    refusing(401, `{"error":"no such key: ${asked.headers['x-api-key']}"}`, json)(response, asked),
  )
  const begin = { cwd: temporary(), env: { ANTHROPIC_API_KEY: key } }
  const english = (await gal(['models', ...at('anthropic', server.url)], begin)).out
  expect(english).toMatch(/^ollama \(http:\/\/127\.0\.0\.1:65531\): nobody is there$/m)
  expect(english).toMatch(
    /^anthropic .*: something is wrong, ANTHROPIC_API_KEY is set, @langchain\/anthropic is installed\n {2}.*401: no such key: \[redacted\]$/m,
  )
  expect(english).toMatch(/^groq .*: not asked, GROQ_API_KEY is not set$/m)
  const spanish = (await gal(['models', '--set', 'ui.language=es'], begin)).out
  expect(spanish).toMatch(/^groq .*: no se le ha preguntado, GROQ_API_KEY no está definida$/m)
  expect(english + spanish).not.toContain('sk-planted')
})
