import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ollamaAnswering } from '../../src/models/stand-in/ollama.ts'
import { startStandIn } from '../../src/models/stand-in/server.ts'
import { startServing } from '../seeds/serving.ts'
import { root } from '../support/gal.ts'
import { temporary } from '../support/temporary.ts'
import { textOf } from './files.ts'
import { standIns, start } from './program.ts'

/** Writes down how it is called. Follows logs until it is ended, and fails at what it is told to fail at. */
const docker = `
echo "$*" >>calls
[ "$1" != info ] || { echo "\${RUNTIMES:-{\\"runc\\":{}\\}}"; exit 0; }
case " $* " in
  *" logs --follow "*) echo 'pulling 2af3b81862c6: 100%'; : >followed; exec sleep 30 ;;
  *" --wait lab "*) while [ ! -e followed ]; do sleep 0.02; done ;;
esac
case " $* " in
  *" \${FAILS:-nothing} "*) echo 'dependency failed to start' >&2; exit 1 ;;
esac
`

const composeFiles = readdirSync(root).filter((name) => /^docker-compose.*\.yml$/.test(name) && !name.includes('.override.'))

/** A folder with the files that make needs, and Docker and npx standing in. */
const checkout = () => {
  const cwd = temporary()
  for (const name of ['Makefile', '.env.example', ...composeFiles]) cpSync(join(root, name), join(cwd, name))
  const env = { PATH: standIns(cwd, { docker, npx: 'echo "npx $*"; echo "token $GAL_TOKEN"\n' }) }
  const calls = () =>
    readFileSync(join(cwd, 'calls'), 'utf8')
      .trim()
      .split('\n')
      .filter((call) => !call.startsWith('info '))
  const make = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const program = start('make', args, { ...env, ...more }, cwd)
    return { status: await program.ended, said: program.said() }
  }
  return { cwd, calls, make }
}

const targets = [...textOf('Makefile').matchAll(/^([a-z_-]+):.*##/gm)].map(([, name = '']) => name)

test('2.16 the Makefile has the targets of the first project', () => {
  expect(targets).toEqual(expect.arrayContaining(['up', 'down', 'rebuild', 'run-godot', 'api_call']))
})

test.each([
  ['up', 'docker compose  up --build --detach --wait lab'],
  ['down', 'docker compose down'],
  ['rebuild', 'docker compose build --pull --no-cache lab'],
  ['logs', 'docker compose logs --follow'],
  ['doctor', 'docker compose exec lab gal doctor'],
  ['gpu', 'docker compose exec ollama ollama ps'],
  ['run-godot', 'npx gal view --url http://localhost:8765'],
  ['api_call', 'http://localhost:8765/api/text'],
  ['reset-models', 'docker volume rm --force gal_ollama_models'],
  ['url', '$token'],
  ['help', 'Makefile'],
])('2.15 2.16 make -n %s shows what it would do, and does nothing', async (target, command) => {
  expect(targets).toContain(target)
  const { make, cwd } = checkout()
  const { status, said } = await make(['-n', target])
  expect(status).toBe(0)
  expect(said).toContain(command)
  expect(existsSync(join(cwd, '.env'))).toBe(false)
})

test('make alone lists every target', async () => {
  const { said } = await checkout().make([])
  expect([...said.matchAll(/^ {2}make (\S+) +\S/gm)].map(([, name]) => name)).toEqual(targets)
})

test('2.16 make up makes a token once, starts Ollama, shows its pull, waits for gal, and prints the address', async () => {
  const { make, calls, cwd } = checkout()
  const { status, said } = await make(['up'])
  expect([status, calls()[0]]).toEqual([0, 'compose up --build --detach ollama'])
  expect(calls().slice(1).sort()).toEqual([
    'compose logs --follow --no-log-prefix --since 1m ollama',
    'compose up --build --detach --wait lab',
  ])
  const [, token] = /^GAL_TOKEN=([0-9a-f]{64})$/m.exec(readFileSync(join(cwd, '.env'), 'utf8')) ?? []
  expect(token).toBeDefined()
  expect(statSync(join(cwd, '.env')).mode & 0o777).toBe(0o600)
  expect(said).toContain('pulling 2af3b81862c6: 100%')
  expect(said.trim().split('\n').at(-1)).toBe(`http://localhost:8765/?token=${token}`)
  await make(['up'])
  expect(readFileSync(join(cwd, '.env'), 'utf8')).toContain(`GAL_TOKEN=${token}`)
})

test('2.16 make up fails when the lab does not start', async () => {
  const { status, said } = await checkout().make(['up'], { FAILS: 'lab' })
  expect([status, said.includes('?token=')]).toEqual([2, false])
})

test.each([
  ['where Docker knows NVIDIA’s toolkit', [], { RUNTIMES: '{"nvidia":{},"runc":{}}' }, '-f docker-compose.gpu.yml '],
  ['not where it is told not to', ['WITH='], { RUNTIMES: '{"nvidia":{},"runc":{}}' }, ''],
  ['where it is told to, beside another', ['WITH=gpu ollama-port'], {}, '-f docker-compose.gpu.yml -f docker-compose.ollama-port.yml '],
])('2.12 make up takes the GPU: %s', async (_, args, env, files) => {
  const { make, calls } = checkout()
  await make(['up', ...args], env)
  expect(calls()).toContain(`compose ${files && `-f docker-compose.yml ${files}`}up --build --detach --wait lab`)
})

test.each(['docker-compose.override.yml', 'docker-compose.override.yaml'])(
  '%s, which Compose reads by itself, is read beside the files of WITH too',
  async (override) => {
    const { make, calls, cwd } = checkout()
    writeFileSync(join(cwd, override), 'services: {}\n')
    await make(['up', 'WITH=gpu'])
    expect(calls()).toContain(`compose -f docker-compose.yml -f docker-compose.gpu.yml -f ${override} up --build --detach --wait lab`)
    await make(['up', 'WITH='])
    expect(calls()).toContain('compose up --build --detach --wait lab')
  },
)

test('a WITH that is none is refused with those that there are, before anything is started', async () => {
  const { make, cwd } = checkout()
  writeFileSync(join(cwd, 'docker-compose.override.yml'), 'services: {}\n')
  const { status, said } = await make(['up', 'WITH=gpu nonsense'])
  expect([status, said]).toEqual([2, expect.stringMatching(/there is no WITH=nonsense; there is: gpu ollama-port\b(?! override)/)])
  expect(existsSync(join(cwd, 'calls'))).toBe(false)
})

test('2.20 make reset-models deletes the volume of models while nothing uses it, and pulls anew', async () => {
  const { make, calls } = checkout()
  expect((await make(['reset-models'])).status).toBe(0)
  expect(calls().slice(0, 3)).toEqual(['compose down', 'volume rm --force gal_ollama_models', 'compose up --build --detach ollama'])
})

test('2.16 make run-godot tells the token by the environment, on no command line', async () => {
  const { make, cwd } = checkout()
  writeFileSync(join(cwd, '.env'), 'GAL_PORT=9000\nGAL_TOKEN=of-the-file\n')
  expect((await make(['run-godot'])).said).toBe('npx gal view --url http://localhost:9000\ntoken of-the-file\n')
  expect((await make(['run-godot'], { GAL_TOKEN: 'of-mine' })).said).toContain('token of-mine')
})

test('2.16 make api_call prints the text that a running server answers, with its token', async () => {
  const model = await startStandIn(async (response, asked) => {
    if (asked.path === '/api/tags') return void response.end(JSON.stringify({ models: [{ name: 'small:latest', size: 1, details: {} }] }))
    if (asked.path === '/api/show') return void response.end(JSON.stringify({ model_info: { 'llama.context_length': 32_768 } }))
    return ollamaAnswering('hello from the lab today')(response, asked)
  })
  onTestFinished(model.close)
  const env = { OLLAMA_BASE_URL: model.url, OLLAMA_TEXT_MODEL: 'small:latest', GAL_TOKEN: 'a-token-of-ours' }
  const server = await startServing({ cwd: temporary(), env })
  onTestFinished(async () => void (await server.stop()))
  const { make, cwd } = checkout()
  const url = `URL=http://localhost:${server.port}`
  const locked = await make(['api_call', url])
  expect([locked.status, locked.said]).toEqual([2, expect.stringContaining('401')])
  writeFileSync(join(cwd, '.env'), `GAL_TOKEN=${env.GAL_TOKEN}\n`)
  const { status, said } = await make(['api_call', url])
  expect([status, JSON.parse(said)]).toEqual([0, { text: 'hello from the lab today', model: 'ollama:small:latest' }])
})
