import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { gal } from '../../../test/support/gal.ts'
import { anyValue } from '../../../test/support/schema-values.ts'
import { temporary } from '../../../test/support/temporary.ts'
import { ollamaAnswering, ollamaWire } from '../../models/stand-in/ollama.ts'
import { type Asked, type Behaviour, refusing, type StandIn, sending, startStandIn } from '../../models/stand-in/server.ts'

const running: StandIn[] = []
afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.close()
})

const shown = { model_info: { 'llama.context_length': 4096 }, capabilities: ['completion', 'tools'] }

/** An Ollama that has one model, which answers a chat in this way. */
const serve = async (chat: (asked: Asked) => Behaviour): Promise<string> => {
  const standIn = await startStandIn((response, asked) => {
    if (asked.path === '/api/tags')
      return void response.end(JSON.stringify({ models: [{ name: 'tiny:latest', details: { family: 'llama' } }] }))
    if (asked.path === '/api/show') return void response.end(JSON.stringify(shown))
    return chat(asked)(response, asked)
  })
  running.push(standIn)
  return standIn.url
}

const saying = (text: string): Behaviour => ollamaAnswering(text, { pauseMs: 3 })
const asOpen = ({ body }: Asked) => !JSON.stringify(body.format).includes('k7-quince')
const obedient = ({ body }: Asked) => saying(JSON.stringify(anyValue(body.format as object, 1)))

const probe = async (chat: (asked: Asked) => Behaviour, ...args: string[]) => {
  const cwd = temporary()
  const env = { OLLAMA_BASE_URL: await serve(chat), XDG_CACHE_HOME: join(cwd, 'cache') }
  const ended = await gal(['models', 'probe', 'ollama:tiny', ...args], { cwd, env })
  return { ...ended, env, cwd }
}

test('a model that a grammar holds is seen as such, is kept, and is shown by gal models', async () => {
  const { status, out, env, cwd } = await probe(obedient)
  expect(status).toBe(0)
  expect(out).toMatch(/ollama:tiny:latest: room for 4096 tokens, held to a schema by a grammar, tools, no thinking/)
  const kept = JSON.parse(readFileSync(join(env.XDG_CACHE_HOME, 'gal/models.json'), 'utf8'))
  expect(kept['ollama:tiny:latest']).toMatchObject({ structured: true, step: 'grammar', context: 4096, tools: true, endless: false })
  expect((await gal(['models'], { cwd, env })).out).toContain('Probed: ollama:tiny:latest: room for 4096 tokens')
})

test('a model that does not end by itself is seen as such', async () => {
  const endless = (asked: Asked) =>
    asOpen(asked) ? sending(ollamaWire.type, ollamaWire.cutOff('{"command":"probe","text":"la la')) : obedient(asked)
  expect((await probe(endless)).out).toContain('does not end by itself: its texts are kept short')
})

test('a server that takes no schema is told as it is', async () => {
  const words = (asked: Asked) =>
    saying(JSON.stringify(asked.body.messages).includes('exactly') ? '{"command":"probe","word":"k7-quince"}' : 'Hello!')
  expect((await probe(words)).out).toContain('follows words, but no schema')
})

const keptIn = ({ env }: { env: { XDG_CACHE_HOME: string } }): string => join(env.XDG_CACHE_HOME, 'gal/models.json')

test.each([
  ['without memory', 500, '{"error":"model requires more system memory"}', 'more system memory'],
  ['that asks for a key', 401, '{"error":"no such key"}', 'no such key'],
])('of a server %s nothing is kept: the reason is told, and the exit status is 6', async (_, status, body, says) => {
  for (const args of [[], ['--json']]) {
    const refused = await probe(() => refusing(status, body), ...args)
    expect([refused.status, refused.err]).toEqual([6, expect.stringContaining(says)])
    expect(refused.out).not.toContain('gave no answer')
    expect(existsSync(keptIn(refused))).toBe(false)
  }
})

test('a server that gives out between two answers has told nothing that is kept', async () => {
  let asked = 0
  const ended = await probe(() => {
    asked += 1
    return asked === 1 ? saying('words') : refusing(500, 'gone')
  })
  expect([ended.status, existsSync(keptIn(ended))]).toEqual([6, false])
})

test('what is kept of an answer that failed holds nothing that a terminal obeys', async () => {
  const ended = await probe((asked) => (asOpen(asked) ? refusing(500, '\u009b2J\u202eback') : obedient(asked)))
  expect(ended.status).toBe(0)
  const text = readFileSync(keptIn(ended), 'utf8')
  expect(text).toContain('back')
  expect(text).not.toMatch(/[\u007f-\u009f\u202e]/)
})

test.each([
  ['es', 'herramientas, sin pensamiento'],
  ['fr', 'outils, sans réflexion'],
])('what was seen is told in %s', async (language, says) => {
  expect((await probe(obedient, '--set', `ui.language=${language}`)).out).toContain(says)
})

test('a cache that cannot be written, or holds garbage, is said and not fatal', async () => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'file'), '')
  const url = await serve(obedient)
  const blocked = await gal(['models', 'probe', 'ollama:tiny'], { cwd, env: { OLLAMA_BASE_URL: url, XDG_CACHE_HOME: join(cwd, 'file') } })
  expect(blocked).toMatchObject({ status: 0, out: expect.stringContaining('This could not be kept') })
  mkdirSync(join(cwd, 'gal'))
  writeFileSync(join(cwd, 'gal/models.json'), '{"a": [1')
  expect((await gal(['models'], { cwd, env: { OLLAMA_BASE_URL: url, XDG_CACHE_HOME: cwd } })).status).toBe(0)
})

test('a word that gal models does not know is refused with those that it knows', async () => {
  const { status, err } = await gal(['models', 'prob'], { cwd: temporary() })
  expect(status).toBe(2)
  expect(err).toContain('probe')
})
