import { describe, expect, test } from 'vitest'
import { type AnthropicPackage, anthropicDialect } from './dialects/anthropic.ts'
import { type GooglePackage, googleDialect } from './dialects/google.ts'
import { type MistralPackage, mistralDialect } from './dialects/mistral.ts'
import { createHosted, type Dialect } from './hosted.ts'
import { findPackage } from './load-package.ts'
import { conformsAsRemoteModel, plantedKey } from './model.conformance.ts'
import { anthropicWire } from './stand-in/anthropic.ts'
import { googleWire } from './stand-in/google.ts'
import { mistralWire } from './stand-in/mistral.ts'
import { anthropicStandIn, googleStandIn, mistralStandIn } from './stand-in/packages.ts'
import { createRequest } from './stand-in/request.ts'
import { refusing, sending, startStandIn } from './stand-in/server.ts'
import type { ServerWire } from './stand-in/wire.ts'

const anthropic = await findPackage('@langchain/anthropic')
const google = await findPackage('@langchain/google-genai')
const mistral = await findPackage('@langchain/mistralai')

const plain = { name: 'native:tiny', model: 'tiny', context: 8192, structured: 'schema', apiKey: plantedKey } as const

type Case = { name: string; wire: ServerWire; dialect: Dialect; path: RegExp; header: string; body: object }

const { schema } = createRequest()
const ofAnthropic = {
  wire: anthropicWire,
  path: /^\/v1\/messages$/,
  header: 'x-api-key',
  body: { model: 'tiny', max_tokens: 512, stream: true, temperature: 0.4, output_config: { format: { type: 'json_schema', schema } } },
}
const ofGoogle = {
  wire: googleWire,
  path: /^\/v1beta\/models\/tiny:streamGenerateContent\?alt=sse$/,
  header: 'x-goog-api-key',
  body: { generationConfig: { maxOutputTokens: 512, temperature: 0.4, responseMimeType: 'application/json', responseJsonSchema: schema } },
}
const ofMistral = {
  wire: mistralWire,
  path: /^\/v1\/chat\/completions/,
  header: 'authorization',
  body: { model: 'tiny', max_tokens: 512, stream: true, response_format: { type: 'json_schema', json_schema: { name: 'turn', schema } } },
}

/** Each with a stand-in for its package, and with the package itself where it is installed. */
const cases: Case[] = [
  { name: 'anthropic', dialect: anthropicDialect(anthropicStandIn), ...ofAnthropic },
  { name: 'google', dialect: googleDialect(googleStandIn), ...ofGoogle },
  { name: 'mistral', dialect: mistralDialect(mistralStandIn), ...ofMistral },
  ...(anthropic ? [{ name: '@langchain/anthropic', dialect: anthropicDialect(anthropic as AnthropicPackage), ...ofAnthropic }] : []),
  ...(google ? [{ name: '@langchain/google-genai', dialect: googleDialect(google as GooglePackage), ...ofGoogle }] : []),
  ...(mistral ? [{ name: '@langchain/mistralai', dialect: mistralDialect(mistral as MistralPackage), ...ofMistral }] : []),
]

for (const { name, wire, dialect } of cases)
  conformsAsRemoteModel(name, wire, (baseUrl, given) => createHosted({ ...plain, baseUrl, ...given }, dialect))

describe.each(cases)('$name', ({ wire, dialect, path, header, body }) => {
  const good = sending(wire.type, wire.whole('{"command":"dialogue"}'))
  const never = new AbortController().signal

  test('asks at the path of its API, with the key in its header, for an answer that follows the schema', async () => {
    const server = await startStandIn(good)
    await createHosted({ ...plain, baseUrl: server.url }, dialect).generate(createRequest(), never, () => undefined)
    await server.close()
    expect(server.asked[0]?.path).toMatch(path)
    expect(server.asked[0]?.headers[header]).toContain(plantedKey)
    expect(server.asked[0]?.body).toMatchObject(body)
  })

  test('asks for less after a refusal, and remembers that', async () => {
    const server = await startStandIn((response, asked) =>
      /json_schema|responseJsonSchema/.test(JSON.stringify(asked.body))
        ? refusing(400, wire.error('this model knows no json_schema'))(response, asked)
        : good(response, asked),
    )
    const model = createHosted({ ...plain, baseUrl: server.url }, dialect)
    for (const _time of [1, 2]) expect(await model.generate(createRequest(), never, () => undefined)).toHaveProperty('reply')
    await server.close()
    expect(server.asked).toHaveLength(3)
  })

  test('asked without a schema holds the answer to no form', async () => {
    const server = await startStandIn(good)
    await createHosted({ ...plain, baseUrl: server.url }, dialect).generate(createRequest({ schema: {} }), never, () => undefined)
    await server.close()
    expect(JSON.stringify(server.asked[0]?.body)).not.toMatch(/json/i)
  })
})

test.each(cases.filter(({ name }) => name.startsWith('@')))(
  '$name gives the turn as a tool where no schema is taken, and its call is the answer',
  async ({ wire, dialect }) => {
    const turn = '{"command":"dialogue","text":"Shall we begin?"}'
    const server = await startStandIn((response, asked) =>
      /json_schema|responseJsonSchema/.test(JSON.stringify(asked.body))
        ? refusing(400, wire.error('this model knows no json_schema'))(response, asked)
        : sending(wire.type, wire.called?.(turn) ?? [])(response, asked),
    )
    const model = createHosted({ ...plain, baseUrl: server.url }, dialect)
    const answer = await model.generate(createRequest(), new AbortController().signal, () => undefined)
    await server.close()
    expect(answer).toMatchObject({ reply: { text: turn, held: 'tool' } })
    expect(model.held?.()).toBe('tool')
  },
)
