import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { startStandIn } from '../src/models/stand-in/server.ts'
import { indiscreet, indiscretions, keyIn } from './safety/indiscreet.ts'
import { keyed, keyFor, leaksIn, others } from './safety/planted.ts'
import { gal, startGal, until } from './support/gal.ts'
import { temporary } from './support/temporary.ts'

/** No test leaves this machine. */
const noArxiv = ['--set', 'sources.arxiv.base-url=http://127.0.0.1:65531/q']

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const leaksUnder = (folder: string): string[] => filesUnder(folder).flatMap((path) => leaksIn(path, readFileSync(path)))

/** The formats are those that gal names when it is asked for another. */
const formatsOf = async (cwd: string): Promise<string[]> => {
  const { err } = await gal(['export', 'latest', '--format', 'none-such'], { cwd })
  return /formats: (.*)/.exec(err)?.[1]?.split(', ') ?? []
}

/** Every format of gal export, what it says and what it writes; a zip by its files. */
const exportAll = async (cwd: string, env: Record<string, string>): Promise<string[]> => {
  const found: string[] = []
  for (const format of await formatsOf(cwd)) {
    const output = join(cwd, `run.${format}`)
    const { out, err } = await gal(['export', 'latest', '--format', format, '--output', output], { cwd, env })
    found.push(...leaksIn(`export ${format}`, out + err))
  }
  const zipped = Object.entries(unzipSync(readFileSync(join(cwd, 'run.zip'))))
  return [...found, ...zipped.flatMap(([path, bytes]) => leaksIn(path, bytes))]
}

const paths = ['/metrics', '/healthz', '/openapi.json', '/asyncapi.json', '/v1/runs', '/v1/agents']
const ofRun = ['', '/state', '/events', '/artifacts']

/** All that a server tells of its runs: over REST and the wire, in its log and in its refusals. */
const serveAll = async (cwd: string, env: Record<string, string>, run: string): Promise<{ text: string; wired: number }> => {
  const serving = startGal(['serve', '--port', '0'], { cwd, env })
  onTestFinished(() => void serving.kill('SIGKILL'))
  let said = ''
  const hear = (data: Buffer) => {
    said += data.toString()
  }
  for (const stream of [serving.stdout, serving.stderr]) stream?.on('data', hear)
  const address = /http:\/\/[\w.:[\]]+/
  await until(() => address.test(said), 60_000)
  const url = address.exec(said)?.[0] ?? ''
  const headers = { authorization: `Bearer ${env.GAL_TOKEN}` }
  const all = [...paths, ...ofRun.map((path) => `/v1/runs/${run}${path}`)]
  const served = await Promise.all(
    all.flatMap((path) =>
      [headers, { authorization: 'Bearer wrong-wrong-wrong-wrong' }].map(async (sent) =>
        (await fetch(`${url}${path}`, { headers: sent })).text(),
      ),
    ),
  )
  const heard: string[] = []
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/ws`, 'gal.v1', { headers })
  socket.on('message', (data) => heard.push(data.toString()))
  socket.on('open', () => {
    socket.send(JSON.stringify({ type: 'hello', id: 'h', client: 'test', token: env.GAL_TOKEN }))
    socket.send(JSON.stringify({ type: 'subscribe', id: 's', run, after: 0 }))
  })
  await until(() => heard.some((frame) => frame.includes('run-start')), 20_000)
  socket.close()
  // What it keeps for other programs of this user while it serves, it takes away when it ends.
  const ended = once(serving, 'close')
  serving.kill('SIGTERM')
  await ended
  // Whoever starts a server is told the addresses that open it; nobody else is.
  const told = said.replaceAll(env.GAL_TOKEN ?? '', '').replaceAll(env.GAL_AUDIENCE_TOKEN ?? '', '')
  return { text: [told, ...served, ...heard].join('\n'), wired: heard.length }
}

test('no key, token or password is in anything that gal writes, says, exports or serves, however the servers give keys back', async () => {
  const server = await startStandIn(indiscreet())
  onTestFinished(server.close)
  const cwd = temporary()
  const env = {
    ...others,
    XDG_CACHE_HOME: join(cwd, 'cache'),
    ...Object.fromEntries(keyed.map(({ name, variable }) => [variable, keyFor(name)])),
  }
  const addressOf = ({ name, place }: { name: string; place: string }) =>
    `${place}.base-url=${server.url}${['anthropic', 'google', 'mistral'].includes(name) ? '' : '/v1'}`
  const found: string[] = []
  for (const provider of keyed) {
    const { name } = provider
    const sets = [addressOf(provider), 'models.retry.base-seconds=0.01', 'models.retry.tries=8'].flatMap((set) => ['--set', set])
    const { status, out, err } = await gal(['run', `What does ${name} say?`, '--model', `${name}:tiny`, '--plain', '--no-serve', ...sets], {
      cwd,
      env,
    })
    found.push(...leaksIn(`${name} said`, out + err))
    expect(status, out + err).not.toBe(0)
    expect(out + err, name).toContain('[redacted]')
    expect(server.asked.filter((asked) => keyIn(asked) === keyFor(name)).length, name).toBeGreaterThanOrEqual(indiscretions.length)
  }
  found.push(...(await exportAll(cwd, env)))
  const sets = keyed.flatMap((provider) => ['--set', addressOf(provider)])
  for (const args of [
    ['show', 'latest'],
    ['show', 'latest', '--events'],
    ['check', 'latest'],
    ['doctor', '--json', ...sets, ...noArxiv],
    ['models', '--json', ...sets],
    ['models', ...sets],
  ]) {
    const { out, err } = await gal(args, { cwd, env })
    expect(out, args.join(' ')).not.toBe('')
    found.push(...leaksIn(args.slice(0, 2).join(' '), out + err))
  }
  const [, run = ''] = /^(\S+)/m.exec((await gal(['runs'], { cwd, env })).out) ?? []
  const { text, wired } = await serveAll(cwd, env, run)
  expect(text).toContain('# HELP')
  expect(wired).toBeGreaterThan(1)
  expect([...found, ...leaksIn('served', text), ...leaksUnder(cwd)]).toEqual([])
}, 400_000)

test('a key in a configuration is used from memory, and stands in nothing that is written or said', async () => {
  const server = await startStandIn(indiscreet())
  onTestFinished(server.close)
  const cwd = temporary()
  const elsewhere = temporary()
  const key = keyFor('openai')
  const config = {
    'api-key': key,
    'llm-backend': 'openai:tiny',
    models: { openai: { 'base-url': `${server.url}/v1` }, retry: { tries: 1 } },
  }
  const file = join(elsewhere, 'theirs.yaml')
  writeFileSync(file, JSON.stringify(config))
  const said: string[] = []
  for (const args of [
    ['run', `Is ${key} a key?`, '--plain', '--no-serve'],
    ['doctor', '--json', ...noArxiv],
    ['models', '--json'],
    ['check'],
  ]) {
    const { out, err } = await gal([...args, '--config', file], { cwd })
    said.push(out, err)
  }
  expect(server.asked.some((asked) => keyIn(asked) === key)).toBe(true)
  expect([...leaksIn('said', said.join('\n')), ...leaksUnder(cwd)]).toEqual([])
}, 120_000)

const withPassword = 'lab:planted-password@127.0.0.1:65531'

test.each([
  ['OLLAMA_BASE_URL', `http://${withPassword}`, []],
  ['OLLAMA_HOST', withPassword, []],
  ['OLLAMA_BASE_URL', `htp://${withPassword}`, []],
  ['X', '', ['--set', `models.openai.base-url=https://${withPassword}/v1`]],
  ['X', '', ['--set', `models.servers={"groq":[{"base-url":"http://${withPassword}"}]}`]],
  ['X', '', ['--set', `images.base-url=http://${withPassword}`]],
  ['X', '', ['--set', `sources.arxiv.base-url=http://${withPassword}/api`]],
  ['X', '', ['--set', `sources.datasets.base-url=http://${withPassword}`]],
])('a password in an address is refused, and is not repeated: %s %s %j', async (variable, value, args) => {
  const cwd = temporary()
  // An empty one is none, so that the other is heard.
  const env = { OLLAMA_BASE_URL: '', [variable]: value }
  const { status, out, err } = await gal(['run', 'x', '--model', 'rehearsal', '--plain', '--no-serve', ...args], { cwd, env })
  expect(status).toBe(2)
  const doctor = await gal(['doctor', '--json', ...noArxiv, ...args], { cwd, env })
  expect(doctor.out).toContain('"broken"')
  expect([...leaksIn('said', out + err + doctor.out + doctor.err), ...leaksUnder(cwd)]).toEqual([])
})
