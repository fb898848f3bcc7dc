import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { gal, root, type Start } from '../../../test/support/gal.ts'
import { temporary } from '../../../test/support/temporary.ts'
import { type Behaviour, refusing, silent, startStandIn } from '../../models/stand-in/server.ts'
import { runChecks } from '../doctor/check.ts'
import { checks } from '../doctor/checks/index.ts'
import { type Finding, findings } from '../doctor/finding.ts'
import { givenFor } from '../doctor/given.ts'
import { renderFindings } from '../doctor/render.ts'
import type { Io } from '../io.ts'
import type { Options } from '../options.ts'

/** Milliseconds that the doctor may take in all, and what gal takes to say its version where nobody else is at work. */
const [most, idleStart] = [5000, 300]

/** The same on this machine as busy as it is now: what a start takes shows how slow everything is. */
const mostMs = (): number => {
  const began = performance.now()
  spawnSync(process.execPath, [join(root, 'bin/gal.js'), '--version'])
  return most * Math.max(1, (performance.now() - began) / idleStart)
}

/** No test leaves this machine. */
const noArxiv = 'sources.arxiv.base-url=http://127.0.0.1:65531/q'

type Told = { one(id: string): Finding; ids: string[] }

const read = (value: unknown): Told => {
  const found = findings.parse(value)
  const one = (id: string): Finding => {
    const finding = found.find((each) => each.id === id)
    if (!finding) throw new Error(`nothing is said of ${id}: ${found.map((each) => each.id).join(', ')}`)
    return finding
  }
  return { one, ids: found.map(({ id }) => id) }
}

/** The command itself, in its time. Any free port, so that a gal that happens to serve on this machine is not in the way. */
const command = async (given: Partial<Start> = {}, ...args: string[]): Promise<Told> => {
  const { out, err, status, ms } = await gal(['doctor', '--json', '--port', '0', '--set', noArxiv, ...args], { cwd: temporary(), ...given })
  expect(status, err).toBe(0)
  expect(ms).toBeLessThan(mostMs())
  return read(JSON.parse(out))
}

/** What it finds when it has time, however busy this machine is. */
const doctor = async (given: { env?: Io['env'] } = {}, options: Options = {}): Promise<Told & { text: string }> => {
  const silence = () => undefined
  const env = { PATH: process.env.PATH, OLLAMA_BASE_URL: 'http://127.0.0.1:65531', GAL_MODELS: '/nonexistent', ...given.env }
  const interrupt = AbortSignal.any([])
  const io: Io = { out: silence, err: silence, raw: silence, env, isTerminal: false, columns: 80, rows: 24, interrupt }
  const found = await runChecks(
    checks,
    givenFor(io, { runs: temporary(), port: '0', ...options, set: [noArxiv, ...(options.set ?? [])] }),
    20_000,
  )
  return { ...read(found), text: JSON.stringify(found) + renderFindings(found).join('\n') }
}

const json = { 'content-type': 'application/json' }
const start = async (behaviour: Behaviour): Promise<string> => {
  const server = await startStandIn(behaviour)
  onTestFinished(server.close)
  return server.url
}

/** An Ollama with one model, which its Modelfile lets hold 1,000 tokens, half of it on a GPU. */
const ollama: Behaviour = (response, asked) => {
  const answers: Record<string, object> = {
    '/api/tags': { models: [{ name: 'tiny:latest', size: 1, details: { family: 'llama' } }] },
    '/api/show': { model_info: { 'llama.context_length': 6000 }, capabilities: ['tools'], parameters: 'temperature 1\nnum_ctx    1000' },
    '/api/ps': { models: [{ name: 'tiny:latest', size: 200, size_vram: 100 }] },
  }
  return void response.writeHead(200, json).end(JSON.stringify(answers[asked.path]))
}

test('this machine: everything is told once, in under five seconds, and a rehearsal needs none of it', async () => {
  const { one, ids } = await command({}, '--model', 'rehearsal')
  expect(new Set(ids).size).toBe(ids.length)
  expect(one('node')).toMatchObject({ status: 'ok', what: expect.stringContaining(process.versions.node) })
  expect(one('sqlite')).toMatchObject({ status: 'ok', what: expect.stringMatching(/^SQLite 3\./) })
  expect(one('disk').status).toMatch(/ok|warning/)
  expect(one('model')).toMatchObject({ status: 'ok', what: expect.stringMatching(/^rehearsal \(from --model\)/) })
})

test('whoever has time finds all of it', async () => {
  const { one, ids } = await doctor()
  for (const name of ['numpy', 'scipy', 'pandas', 'scikit-learn', 'matplotlib']) expect(one(`python.${name}`).needed).toBe(false)
  const some = ['sandbox', 'python', 'godot', 'tex', 'gpu', 'network.arxiv', 'server.ollama', 'server.groq', 'secret.GROQ_API_KEY']
  expect(ids).toEqual(expect.arrayContaining(some))
})

test('with nothing but Node on the PATH, what is missing is said to be missing, with how to get it', async () => {
  const bin = temporary()
  symlinkSync(process.execPath, join(bin, 'node'))
  const home = temporary()
  const env = { PATH: bin, HOME: home, XDG_CACHE_HOME: join(home, 'cache') }
  const { one } = await doctor({ env })
  for (const id of ['sandbox', 'python', 'python.numpy', 'tex', 'gpu'])
    expect(one(id), id).toMatchObject({ status: 'missing', fix: expect.stringMatching(/./) })
  for (const id of ['node', 'sqlite', 'disk', 'port']) expect(one(id).status, id).toBe('ok')
  // With what was compiled before, as on any second start.
  await command({ env: { PATH: bin } })
})

describe('the model in force', () => {
  const nameOf = async (...given: Parameters<typeof doctor>) => (await doctor(...given)).one('model').what
  const withFile = (text: string) => {
    const config = join(temporary(), 'config.yaml')
    writeFileSync(config, text)
    return config
  }

  test('is told with the place that it comes from', async () => {
    const config = withFile('seed: 3\nmodel: ollama:of-file\n')
    const env = { OLLAMA_TEXT_MODEL: 'of-env' }
    expect(await nameOf({}, { config: withFile('seed: 3\n') })).toMatch(/^auto \(the default\)/)
    expect(await nameOf({}, { config })).toMatch(/^ollama:of-file \(from \S+\/config\.yaml:2\)/)
    expect(await nameOf({ env }, { config })).toMatch(/^ollama:of-env \(from OLLAMA_TEXT_MODEL\)/)
    expect(await nameOf({ env }, { config, model: 'ollama:of-flag' })).toMatch(/^ollama:of-flag \(from --model\)/)
    expect(await nameOf({ env }, { config, set: ['model=ollama:of-set'] })).toMatch(/^ollama:of-set \(from --set model\)/)
    expect(await nameOf({}, { config: withFile('llm-backend: gpt-4o\n') })).toMatch(/^gpt-4o \(from \S+\/config\.yaml:1: llm-backend\)/)
  })

  test('is told with what it holds and how fast it was, and both narrow contexts are warned about', async () => {
    const cache = temporary()
    mkdirSync(join(cache, 'gal'))
    const seen = { model: 'ollama:tiny:latest', at: '2026-01-01T00:00:00Z', step: 'grammar', tokensPerSecond: 87 }
    writeFileSync(join(cache, 'gal/models.json'), JSON.stringify({ [seen.model]: seen }))
    const env = { OLLAMA_BASE_URL: await start(ollama), OLLAMA_TEXT_MODEL: 'tiny', XDG_CACHE_HOME: cache }
    const { one } = await doctor({ env })
    expect(one('model')).toMatchObject({
      status: 'ok',
      what: expect.stringMatching(/with room for 6000 tokens\. Probed: 87 tokens\/s, answers by grammar$/),
    })
    expect(one('model').what.match(/room for/g)).toHaveLength(1)
    expect(one('model.context')).toMatchObject({
      status: 'warning',
      what: expect.stringContaining('6000'),
      fix: expect.stringContaining('8192'),
    })
    expect(one('server.ollama.num_ctx')).toMatchObject({ status: 'warning', what: expect.stringContaining('num_ctx 1000') })
    expect(one('server.ollama')).toMatchObject({ status: 'ok', needed: true, what: expect.stringContaining('tiny:latest') })
  })

  test('with a key that no header can hold is not told to be set', async () => {
    const { one, text } = await doctor({ env: { OPENAI_API_KEY: 'sk-ключ-1234', GAL_TOKEN: 'a-token-of-ours' } }, { model: 'openai:m' })
    expect(one('secret.OPENAI_API_KEY')).toMatchObject({
      status: 'broken',
      what: 'set, but holds letters that no key has',
      fix: 'copy the key again',
    })
    expect(one('secret.GAL_TOKEN').status).toBe('ok')
    expect(text).not.toContain('sk-')
  })

  test('that is to be given too little is warned about, though nobody runs it now', async () => {
    const { one } = await doctor({}, { model: 'ollama:x', set: ['models.ollama.context=1000'] })
    expect(one('model.context')).toMatchObject({ status: 'warning', what: expect.stringContaining('1000') })
  })
})

describe('an Ollama', () => {
  test('that is down is missing; one that takes the connection and says nothing is broken, and costs no more time', async () => {
    const down = await doctor({}, { model: 'ollama:x' })
    expect(down.one('server.ollama')).toMatchObject({ status: 'missing', needed: true, what: expect.stringContaining('refused') })
    expect(down.one('model').status).toBe('missing')
    const env = { OLLAMA_BASE_URL: await start(silent) }
    const mute = await doctor({ env }, { model: 'ollama:x' })
    expect(mute.one('server.ollama')).toMatchObject({ status: 'broken', what: expect.stringContaining('took too long') })
    expect(mute.one('model').status).not.toBe('ok')
    expect((await command({ env }, '--model', 'ollama:x')).one('server.ollama').status).not.toBe('ok')
    const other = await doctor({ env: { OLLAMA_BASE_URL: await start(refusing(200, '<html>')) } }, { model: 'ollama:x' })
    expect(other.one('server.ollama')).toMatchObject({ status: 'broken', what: expect.stringContaining('no Ollama') })
  })

  test('that does not use the GPU that is there is warned about', async () => {
    const bin = temporary()
    writeFileSync(join(bin, 'nvidia-smi'), '#!/bin/sh\necho "NVIDIA H200, 143771 MiB, 570.1"\n')
    chmodSync(join(bin, 'nvidia-smi'), 0o755)
    const env = { OLLAMA_BASE_URL: await start(ollama), PATH: `${bin}:/usr/bin:/bin` }
    const { one } = await doctor({ env })
    expect(one('gpu')).toMatchObject({ status: 'ok', what: 'NVIDIA H200, 143771 MiB, 570.1' })
    expect(one('gpu.ollama')).toMatchObject({ status: 'warning', what: 'tiny:latest: 50 % on the GPU' })
    writeFileSync(join(bin, 'nvidia-smi'), '#!/bin/sh\necho "NVIDIA-SMI has failed"; exit 9\n')
    expect((await doctor({ env })).one('gpu')).toMatchObject({ status: 'broken', what: expect.stringContaining('has failed') })
  })
})

test('a provider with a key is asked for its models; a key that is refused is broken, and is not shown', async () => {
  const key = 'sk-planted/0123456789+abc'
  const good = await start(refusing(200, JSON.stringify({ data: [{ id: 'm-1' }, { id: 'm-2' }] }), json))
  const bad = await start((response, asked) =>
    refusing(401, `{"error":"no such key ${asked.headers.authorization}"}`, json)(response, asked),
  )
  const env = { GROQ_API_KEY: key, DEEPSEEK_API_KEY: key }
  const set = [`models.providers.groq.base-url=${good}/v1`, `models.providers.deepseek.base-url=${bad}/v1`]
  const { one, text } = await doctor({ env }, { model: 'deepseek:x', set })
  expect(one('server.groq')).toMatchObject({ status: 'ok', what: expect.stringMatching(/2 models: m-1, m-2/) })
  expect(one('server.deepseek')).toMatchObject({ status: 'broken', needed: true, what: expect.stringContaining('[redacted]') })
  expect(one('secret.GROQ_API_KEY')).toMatchObject({ status: 'ok', what: 'set' })
  expect(text).not.toContain('sk-planted')
})

test('a port that another program has is broken; one that a gal serves on is not', async () => {
  const other = createServer((socket) => socket.end())
  await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve))
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  expect((await doctor({}, { port: String(port) })).one('port')).toMatchObject({ status: 'broken', fix: expect.stringContaining('--port') })
  const here = new URL(await start(refusing(200, '{"status":"ok"}', json)))
  const served = await doctor({}, { host: here.hostname, port: here.port })
  expect(served.one('port')).toMatchObject({ status: 'ok', what: expect.stringContaining('a gal serves') })
})

test('a configuration with errors is broken, each with its line, and everything else is tried all the same', async () => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'config.yaml'), 'seed: 1\nmodle: x\nruns: 7\n')
  const { one } = await command({ cwd })
  expect(one('config')).toMatchObject({
    status: 'broken',
    what: expect.stringMatching(/config\.yaml:2: .*model.*\n.*config\.yaml:3: runs/s),
  })
  expect(one('sqlite').status).toBe('ok')
  expect((await doctor({}, { config: 'nowhere.yaml' })).one('config')).toMatchObject({
    status: 'broken',
    what: expect.stringContaining('nowhere.yaml'),
  })
})

test('--fix makes the folder for runs and says so; then there is nothing to mend', async () => {
  const cwd = temporary()
  const before = await command({ cwd })
  expect(before.one('runs')).toMatchObject({ status: 'missing', needed: false })
  expect(existsSync(join(cwd, 'runs'))).toBe(false)
  const godot = join(cwd, 'bin/godot')
  mkdirSync(dirname(godot))
  // Godot is there, so that none is fetched.
  writeFileSync(godot, '#!/bin/sh\necho 4.5.stable\n')
  chmodSync(godot, 0o755)
  const fix = async () => (await gal(['doctor', '--fix', '--port', '0', '--set', noArxiv], { cwd, env: { GODOT: godot } })).out
  const out = await fix()
  expect(out).toMatch(/runs: made .*\/runs\n/)
  expect(out).toMatch(/^ok +runs /m)
  expect(existsSync(join(cwd, 'runs'))).toBe(true)
  expect(await fix()).toContain('nothing that gal could mend')
})

/** In a namespace of its own: with a disk to mount, or without the rights of root over other people's folders. */
const apart = (cwd: string, flags: readonly string[], script: string): Told => {
  const began = performance.now()
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? cwd, OLLAMA_BASE_URL: 'http://127.0.0.1:65531' }
  const { stdout: out } = spawnSync('unshare', ['--user', ...flags, 'sh', '-c', script], { cwd, encoding: 'utf8', env })
  expect(performance.now() - began).toBeLessThan(mostMs())
  return read(JSON.parse(out))
}
const line = `'${process.execPath}' '${join(root, 'bin/gal.js')}' doctor --json --port 0 --set ${noArxiv}`
const canMount = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'true']).status === 0

describe.skipIf(!canMount)('a disk that gives out (needs user namespaces: sysctl kernel.unprivileged_userns_clone=1)', () => {
  const withDisk = (script: string): Told => {
    const cwd = temporary()
    mkdirSync(join(cwd, 'disk'))
    return apart(cwd, ['--map-root-user', '--mount'], `${script} && exec ${line} --runs disk`)
  }

  test('a full one is broken, and so is a read-only one', () => {
    const full = withDisk('mount -t tmpfs -o size=1m none disk && (cat /dev/zero > disk/full 2>/dev/null || true)')
    expect(full.one('disk')).toMatchObject({ status: 'broken', what: expect.stringMatching(/full: 0 MiB free/) })
    expect(withDisk('mount -t tmpfs -o ro none disk').one('runs')).toMatchObject({
      status: 'broken',
      what: expect.stringContaining('read-only'),
    })
  })

  test('a folder for runs that this user may not read is broken', () => {
    const cwd = temporary()
    mkdirSync(join(cwd, 'closed'))
    chmodSync(join(cwd, 'closed'), 0)
    const told = apart(cwd, [], `exec ${line} --runs closed`)
    chmodSync(join(cwd, 'closed'), 0o700)
    expect(told.one('runs')).toMatchObject({ status: 'broken', what: expect.stringContaining('may not be read and written') })
  })
})
