import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { presetNames, presets } from '../src/models/providers.ts'
import { openaiWire } from '../src/models/stand-in/openai.ts'
import { type Asked, type Behaviour, refusing, sending, startStandIn } from '../src/models/stand-in/server.ts'
import { gal, startGal, until } from './support/gal.ts'
import { temporary } from './support/temporary.ts'

/** With letters that JSON and addresses write in another way. */
const keyFor = (provider: string) => `sk-planted-${provider}/a+b"c%41`

const keyOf = ({ headers }: Asked): string => String(headers['api-key'] ?? headers.authorization).replace(/^Bearer /, '')
const json = { 'content-type': 'application/json' }
const saying = (message: string) => JSON.stringify({ error: { message, type: 'invalid_request_error' } })

/** Ways in which a server gives a key back: plain, at the place where a long complaint is cut, in an address, in pieces of a stream. */
const indiscretions: readonly ((key: string) => Behaviour)[] = [
  (key) => refusing(429, saying(`Too many requests with ${key}`), { ...json, 'retry-after': '0' }),
  (key) => refusing(500, saying(`${'x'.repeat(285)}${key}`), json),
  (key) => refusing(502, `<html>\n GET /v1?key=${encodeURIComponent(key)} "${key}"`),
  (key) => sending(openaiWire.type, [...openaiWire.said('{"command":'), `data: ${saying(`${'y'.repeat(285)}${key}`)}\n\n`]),
  (key) => sending(openaiWire.type, [`${key} is no event\n`]),
  (key) => refusing(503, saying(key).replaceAll('/', '\\/'), { ...json, 'retry-after': '0' }),
  (key) => refusing(401, saying(`Incorrect API key provided: ${key}. You can find it at https://host/${encodeURIComponent(key)}`), json),
]

/** Goes through them for each key by itself. */
const indiscreet = (): Behaviour => {
  const turns = new Map<string, number>()
  return (response, asked) => {
    const key = keyOf(asked)
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    return indiscretions[turn % indiscretions.length]?.(key)(response, asked)
  }
}

const filesUnder = (folder: string): { path: string; bytes: Buffer }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }))

const forms = (key: string) => [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key), Buffer.from(key).toString('base64')]
/** The first letters are enough: a key that was cut in two is given away as well. */
const leaks = (where: string, text: string | Uint8Array): string[] => {
  const bytes = Buffer.from(text as Uint8Array)
  return ['openai', ...presetNames].flatMap((provider) =>
    [`sk-planted-${provider}`, ...forms(keyFor(provider))].flatMap((form) => (bytes.includes(form) ? [`${where}: ${form}`] : [])),
  )
}

const withKey = presetNames.filter((name) => presets[name].keyName !== '')
const providers = [
  { name: 'openai', variable: 'OPENAI_API_KEY', place: 'models.openai' },
  ...withKey.map((name) => ({ name, variable: presets[name].keyName, place: `models.providers.${name}` })),
]

test('a key is in nothing that a run writes, says, exports or serves, however the server of the model gives it back', async () => {
  const server = await startStandIn(indiscreet())
  const cwd = temporary()
  const found: string[] = []
  for (const { name, variable, place } of providers) {
    const sets = [`${place}.base-url=${server.url}/v1`, 'models.retry.base-seconds=0.01', 'models.retry.tries=8']
    const args = [
      'run',
      `What does ${name} say?`,
      '--model',
      `${name}:tiny`,
      '--plain',
      '--no-serve',
      ...sets.flatMap((set) => ['--set', set]),
    ]
    const { status, out, err } = await gal(args, { cwd, env: { [variable]: keyFor(name) } })
    found.push(...leaks(`${name} said`, out + err))
    expect(status, out + err).not.toBe(0)
    expect(out + err).toContain('[redacted]')
  }
  for (const format of ['md', 'jsonl', 'zip'])
    await gal(['export', 'latest', '--format', format, '--output', join(cwd, `run.${format}`)], { cwd })
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(cwd, 'run.zip'))))) found.push(...leaks(path, bytes))
  const { out: shown } = await gal(['show', 'latest'], { cwd })
  found.push(...leaks('show', shown))
  await server.close()
  for (const { name } of providers)
    expect(server.asked.filter((asked) => keyOf(asked) === keyFor(name)).length, name).toBeGreaterThanOrEqual(indiscretions.length)
  const files = filesUnder(cwd)
  expect(files.some(({ path }) => path.endsWith('.jsonl'))).toBe(true)
  expect(found.concat(files.flatMap(({ path, bytes }) => leaks(path, bytes)))).toEqual([])

  const serving = startGal(['serve', '--port', '0'], { cwd, env: { GROQ_API_KEY: keyFor('groq') } })
  let said = ''
  const hear = (data: Buffer) => {
    said += data.toString()
  }
  for (const stream of [serving.stdout, serving.stderr]) stream?.on('data', hear)
  await until(() => /http:\/\/[\w.:[\]]+/.test(said))
  const url = /http:\/\/[\w.:[\]]+/.exec(said)?.[0] ?? ''
  const served = await Promise.all(['/metrics', '/v1/runs', '/healthz'].map(async (path) => (await fetch(`${url}${path}`)).text()))
  serving.kill('SIGTERM')
  expect(served[0]).toContain('# HELP')
  expect(leaks('served', `${said}${served.join('')}`)).toEqual([])
}, 240_000)
