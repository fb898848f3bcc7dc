import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { gal, startGal, until } from '../../../test/support/gal.ts'
import { temporary } from '../../../test/support/temporary.ts'
import { createLab, createMachine, loadConfig } from '../../api/index.ts'
import { tailRun } from '../../lab/tail.ts'

const topic = 'Does label smoothing help a small classifier?'

type Serving = { child: ChildProcess; out(): string; port: number; cwd: string; end: Promise<number | null> }

/** `gal serve` in a process of its own, on any port. */
const serving = async (args: readonly string[], env: Record<string, string> = {}): Promise<Serving> => {
  const cwd = temporary()
  const child = startGal(['serve', '--port', '0', '--set', 'model=rehearsal', ...args], { cwd, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => {
      said += data.toString()
    })
  const end = once(child, 'close').then(([status]) => status as number | null)
  const banner = /ws:\/\/\S+:(\d+)\n/
  expect(await until(() => banner.test(said) || child.exitCode !== null, 30_000), said).toBe(true)
  return { child, out: () => said, port: Number(banner.exec(said)?.[1]), cwd, end }
}

test('tokens are printed with the address to open, and kept in a file that only the user reads until Ctrl-C', async () => {
  const { child, out, port, cwd, end } = await serving(['--token', '--audience-token'])
  const file = join(cwd, 'runs', 'gal-serve.json')
  expect(await until(() => out().includes('for looking only'))).toBe(true)
  const { token, audienceToken, url, pid } = JSON.parse(readFileSync(file, 'utf8'))
  expect(out().split('\n').slice(0, 3)).toEqual([
    `WebSocket server started at ws://localhost:${port}`,
    `Open http://localhost:${port}/?token=${token}`,
    `Open http://localhost:${port}/?token=${audienceToken} (for looking only)`,
  ])
  expect({ url, pid }).toEqual({ url: `http://localhost:${port}`, pid: child.pid })
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  const ask = async (shown: string | undefined, method: 'GET' | 'POST') => {
    const headers = { 'content-type': 'application/json', ...(shown === undefined ? {} : { authorization: `Bearer ${shown}` }) }
    const answer = await fetch(`${url}/v1/runs`, { method, headers, ...(method === 'POST' ? { body: '{"topic":" "}' } : {}) })
    return answer.status
  }
  expect(await ask(undefined, 'GET')).toBe(401)
  expect(await ask(audienceToken, 'GET')).toBe(200)
  expect(await ask(audienceToken, 'POST')).toBe(403)
  // The topic is refused, not the token.
  expect(await ask(token, 'POST')).toBe(422)
  child.kill('SIGINT')
  expect(await end).toBe(0)
  expect(existsSync(file)).toBe(false)
})

test('a run that a viewer begins is driven here, and let go of in order at Ctrl-C', async () => {
  const { child, out, port, cwd, end } = await serving(['--set', 'gates.literature-review=ask'])
  const answer = await fetch(`http://localhost:${port}/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ topic, config: { seed: 5 } }),
  })
  const { run } = (await answer.json()) as { run: string }
  expect(run, out()).toMatch(/^does-label/)
  const lab = createLab({ config: loadConfig({ flags: { runs: join(cwd, 'runs') } }).config, machine: createMachine({}) })
  onTestFinished(lab.close)
  for await (const { event } of tailRun(lab.log, run, 0, AbortSignal.timeout(30_000))) if (event.type === 'question-ask') break
  expect(lab.summary(run)).toMatchObject({ status: 'waiting', driver: { pid: child.pid } })
  child.kill('SIGINT')
  expect(await end).toBe(0)
  expect(lab.summary(run).driver).toBeNull()
  expect(lab.log.read(run, 0).at(-1)?.event).toMatchObject({ type: 'run-halt', why: 'interrupted' })
})

test.each([
  ['en', 'Message received: '],
  ['es', 'Mensaje recibido: '],
  ['fr', 'Message reçu : '],
])('what the oldest clients send is told in %s', async (language, lead) => {
  const { out, port } = await serving(['--set', `ui.language=${language}`, '--set', 'ui.greeting=Hola, Godot'])
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  await once(socket, 'open')
  const raw = '{"message":"¡Hola  desde Godot!"}'
  socket.send(raw)
  const [data] = (await once(socket, 'message')) as [Buffer]
  expect(JSON.parse(data.toString())).toEqual({ status: 'ok', message: 'Hola, Godot' })
  expect(await until(() => out().includes(`${lead}${raw}\n`)), out()).toBe(true)
  socket.terminate()
})

describe('what cannot be served ends at once, and says why', () => {
  test.each([
    ['a host that others reach, without a token', [], { WS_HOST: '0.0.0.0' }, 2, /0\.0\.0\.0 can be reached by others/],
    ['a port that is no number', [], { WS_PORT: 'abc' }, 2, /WS_PORT/],
    ['a port that there is not', [], { WS_PORT: '70000' }, 2, /WS_PORT/],
    ['a token that cannot be used', ['--token', 'short'], {}, 2, /--token/],
    ['an origin that is none', ['--allow-origin', 'lab.example'], {}, 2, /allowed-origins|allow-origin/],
    ['a second port that is none', ['--rest-port', 'x'], {}, 2, /rest-port/],
  ])('%s', async (_, args, env, status, words) => {
    const ended = await gal(['serve', ...args], { cwd: temporary(), env, killAfter: 30_000 })
    expect(ended.err).toMatch(words)
    expect(ended.status).toBe(status)
  })

  test('a port that is taken, with its number', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const ended = await gal(['serve'], { cwd: temporary(), env: { WS_PORT: String(port) }, killAfter: 30_000 })
    expect(ended.err).toMatch(new RegExp(`${port}.*EADDRINUSE`))
    expect(ended.status).toBe(6)
  })
})

test('a second port serves the same, and pages of allowed origins may connect', async () => {
  const { port, out } = await serving([
    '--rest-port',
    '0',
    '--allow-origin',
    'https://one.example',
    '--allow-origin',
    'https://two.example',
  ])
  const status = async (origin: string) => (await fetch(`http://127.0.0.1:${port}/v1/runs`, { headers: { origin } })).status
  expect(await status('https://one.example'), out()).toBe(200)
  expect(await status('https://two.example')).toBe(200)
  expect(await status('https://three.example')).toBe(403)
})
