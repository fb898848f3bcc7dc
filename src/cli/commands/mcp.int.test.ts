import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root, until } from '../../../test/support/gal.ts'
import { temporary } from '../../../test/support/temporary.ts'

type Message = { id?: number; result?: Record<string, unknown>; error?: { code: number } }

/** `gal mcp` in a process of its own. Everything that it prints has to be a message of the protocol. */
const serving = (args: readonly string[] = []) => {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/tmp', OLLAMA_BASE_URL: 'http://127.0.0.1:65531' }
  const child: ChildProcess = spawn(process.execPath, [join(root, 'bin/gal.js'), 'mcp', '--set', 'model=rehearsal', ...args], {
    cwd: temporary(),
    env,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout?.on('data', (data: Buffer) => {
    said.out += data.toString()
  })
  child.stderr?.on('data', (data: Buffer) => {
    said.err += data.toString()
  })
  const messages = (): Message[] =>
    said.out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Message)
  let count = 0
  return {
    child,
    said,
    messages,
    end: once(child, 'close').then(([status]) => status as number | null),
    write: (text: string) => child.stdin?.write(`${text}\n`),
    async call(method: string, params: object = {}): Promise<Message> {
      const id = ++count
      child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
      const answer = () => (said.out.endsWith('\n') ? messages().find((message) => message.id === id) : undefined)
      await until(() => answer() !== undefined || child.exitCode !== null, 30_000)
      return answer() ?? {}
    },
  }
}

const hello = { protocolVersion: '2024-11-05', capabilities: {}, clientInfo: { name: 'test', version: '1' } }

test('a client on standard input and output is served until it closes its end', async () => {
  const { child, call, write, end, said, messages } = serving()
  expect((await call('initialize', hello)).result).toMatchObject({ protocolVersion: '2024-11-05', serverInfo: { name: 'gal' } })
  write('{"jsonrpc":"2.0","method":"notifications/initialized"}')
  write('this is no message')
  expect((await call('tools/list')).result?.tools).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'start_run' })]))
  expect((await call('no/such/method')).error).toMatchObject({ code: -32601 })
  child.stdin?.end()
  expect(await end).toBe(0)
  expect(messages().length).toBeGreaterThanOrEqual(3)
  expect(said.err).toBe('')
})

test('a run that is driven meanwhile prints nothing, and is let go of when the client has gone', async () => {
  const { child, call, end, messages, said } = serving(['--set', 'gates.literature-review=ask'])
  await call('initialize', hello)
  const { result } = await call('tools/call', { name: 'start_run', arguments: { topic: 'Does label smoothing help a small classifier?' } })
  expect(result).toMatchObject({ structuredContent: { begun: true } })
  const status = async () => (await call('tools/call', { name: 'run_status', arguments: {} })).result?.structuredContent
  expect(await until(async () => ((await status()) as { status: string }).status === 'waiting', 30_000), said.err).toBe(true)
  child.stdin?.end()
  expect(await end).toBe(0)
  expect(messages().every((message) => 'id' in message || 'method' in message)).toBe(true)
})

test('Ctrl-C ends it in order', async () => {
  const { child, call, end } = serving()
  await call('initialize', hello)
  child.kill('SIGINT')
  expect(await end).toBe(0)
})
