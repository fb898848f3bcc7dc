import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporary } from '../../../test/support/temporary.ts'
import { createLab, createMachine, loadConfig } from '../../api/index.ts'
import { standInGodot, standInProject } from '../godot/testing/stand-in-godot.ts'
import type { Io } from '../io.ts'
import { writeServeFile } from '../serve-file.ts'
import { serveLab } from '../serve-lab.ts'
import { viewWith } from './view.ts'

const topic = 'Does label smoothing help a small classifier?'

/** `gal view` with a stand-in for Godot. */
const bench = (then?: string) => {
  const home = temporary()
  const runs = join(home, 'runs')
  mkdirSync(runs)
  const calls = standInGodot(join(home, 'bin/godot'), undefined, then)
  const said: string[] = []
  const stop = new AbortController()
  const io: Io = {
    out: (text) => void said.push(text),
    err: (text) => void said.push(text),
    raw: () => undefined,
    env: { PATH: `${join(home, 'bin')}:/usr/bin:/bin`, HOME: home, DISPLAY: ':0' },
    isTerminal: false,
    columns: 80,
    rows: 24,
    interrupt: stop.signal,
  }
  const lab = createLab({ config: loadConfig({ flags: { runs } }).config, machine: createMachine({}) })
  onTestFinished(lab.close)
  const project = standInProject(join(home, 'godot'))
  const view = viewWith(project)
  /** How the viewer was called. */
  const opened = () => calls().at(-1)
  return { home, runs, io, said, stop, lab, view, project, calls, opened }
}

test('where no server runs there is one of its own, on this machine alone and as long as the viewer is open', async () => {
  const asks = 'url=$(echo "$*" | sed "s/.*--url=//; s/ .*//"); curl -sf "$url/healthz" >/dev/null || exit 9'
  const { runs, io, said, lab, view, opened } = bench(asks)
  const run = lab.begin(topic)
  expect(await view(io, { runs, set: ['port=1', 'host=0.0.0.0'] })).toBe(0)
  const url = /--url=(http:\/\/localhost:\d+) --run=(\S+) token=$/.exec(opened() ?? '')
  expect(url?.[2]).toBe(run)
  expect(said).toEqual([
    `No server was found, so one runs at ${url?.[1]} until the viewer is closed.`,
    'Godot imports the viewer once; this takes some seconds.',
    `Opening the viewer (Godot 4.6.0.stand-in): ${run} · ${url?.[1]}`,
  ])
  await expect(fetch(`${url?.[1]}/healthz`)).rejects.toThrow()
})

test('a folder without runs is opened all the same, but a name that there is not is refused', async () => {
  const { runs, io, view, opened } = bench()
  expect(await view(io, { runs })).toBe(0)
  expect(opened()).toContain('--run=latest')
  await expect(view(io, { runs }, 'nothing')).rejects.toMatchObject({ code: 'unknown-run' })
})

const serving = async ({ io, lab }: ReturnType<typeof bench>, token?: string) => {
  const other = { ...lab, config: { ...lab.config, port: 0 } }
  const server = await serveLab(other, io, token === undefined ? {} : { token })
  onTestFinished(() => server.close())
  return server
}

test('a gal serve over the same folder is found by its file, and its token is told where nobody reads it', async () => {
  const here = bench()
  const run = here.lab.begin(topic)
  const { url } = await serving(here, 'a-long-secret')
  onTestFinished(writeServeFile(here.runs, url, { token: 'a-long-secret' }))
  expect(await here.view(here.io, { runs: here.runs })).toBe(0)
  expect(here.opened()).toBe(`--path ${here.project} -- --url=${url} --run=${run} token=a-long-secret`)
  expect(here.said.join('\n')).not.toContain('a-long-secret')
})

test('the file of a server that was killed is not believed', async () => {
  const here = bench()
  writeServeFile(here.runs, 'http://localhost:1', {})
  expect(await here.view(here.io, { runs: here.runs, set: ['port=1'] })).toBe(0)
  expect(here.opened()).not.toContain('localhost:1 ')
})

test('the file of a process that is gone is not believed, whoever listens there now', async () => {
  const here = bench()
  const { url } = await serving(here)
  writeServeFile(here.runs, url, {})
  const file = join(here.runs, 'gal-serve.json')
  const told = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...told, pid: 2 ** 30 }))
  expect(await here.view(here.io, { runs: here.runs, set: ['port=1'] })).toBe(0)
  expect(here.opened()).not.toContain(`--url=${url} `)
})

/** A program that is no gal and says yes to all; `asked` holds path and token of each request. */
const stranger = async (answer: (response: ServerResponse) => void) => {
  const asked: string[] = []
  const server = createServer(({ url, headers }, response) => {
    asked.push(`${url} ${headers.authorization ?? ''}`)
    answer(response)
  })
  await new Promise<void>((done) => void server.listen(0, 'localhost', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, asked }
}

test.each([
  ['with the same words', (response: ServerResponse) => response.end('{"status":"ok"}')],
  ['with a page', (response: ServerResponse) => response.end('<!doctype html>')],
  ['by sending elsewhere', (response: ServerResponse) => response.writeHead(302, { location: '/v1/runs' }).end()],
  ['without an end', (response: ServerResponse) => response.write('{"status":"ok"}')],
])('no token is told to another program that answers %s', async (_, answer) => {
  const here = bench()
  here.lab.begin(topic)
  const { port, asked } = await stranger(answer)
  const url = `http://localhost:${port}`
  onTestFinished(writeServeFile(here.runs, url, { token: 'a-long-secret' }))
  const io = { ...here.io, env: { ...here.io.env, GAL_TOKEN: 'a-longer-secret' } }
  expect(await here.view(io, { runs: here.runs, set: [`port=${port}`] })).toBe(0)
  expect(asked).toEqual(['/healthz ', '/healthz '])
  expect(here.opened()).not.toContain(`--url=${url} `)
})

test('a host in the configuration that is not this machine is not asked', async () => {
  const here = bench()
  here.lab.begin(topic)
  const asked = vi.spyOn(globalThis, 'fetch')
  onTestFinished(() => asked.mockRestore())
  expect(await here.view(here.io, { runs: here.runs, token: 'a-long-secret', set: ['host=lab.example', 'port=80'] })).toBe(0)
  expect(asked).not.toHaveBeenCalled()
})

test('a gal run that listens where the configuration says is found when it knows the run', async () => {
  const here = bench()
  const run = here.lab.begin(topic)
  const { url, port } = await serving(here)
  expect(await here.view(here.io, { runs: here.runs, set: [`port=${port}`] })).toBe(0)
  expect(here.opened()).toContain(`--url=${url} --run=${run}`)
  const stranger = bench()
  stranger.lab.begin(topic)
  expect(await stranger.view(stranger.io, { runs: stranger.runs, set: [`port=${port}`] })).toBe(0)
  expect(stranger.opened()).not.toContain(`--url=${url} `)
})

test('a server that is named is taken as it is, with its token', async () => {
  const { io, view, opened, runs } = bench()
  expect(await view(io, { runs, url: 'https://lab.example', token: 'shown' }, 'some-run')).toBe(0)
  expect(opened()).toMatch(/-- --url=https:\/\/lab\.example --run=some-run token=shown$/)
  await expect(view(io, { runs, url: 'ftp://lab.example' })).rejects.toMatchObject({ code: 'bad-option' })
})

test.each([
  ['http://localhost:8765/?token=a-long-secret', 'http://localhost:8765'],
  ['wss://lab.example/gal/?x=a-long-secret&token=a-long-secret#a-long-secret', 'wss://lab.example/gal/'],
])('the token in an address is told by the environment, and nothing behind the path is repeated: %s', async (given, url) => {
  const { io, view, opened, runs, said } = bench()
  const env = { ...io.env, GAL_TOKEN: 'of-another-server' }
  expect(await view({ ...io, env }, { runs, url: given }, 'some-run')).toBe(0)
  expect(opened()).toMatch(/ token=a-long-secret$/)
  expect(opened()?.replace(/ token=a-long-secret$/, '')).toMatch(new RegExp(`-- --url=${url} --run=some-run$`))
  expect(said.join('\n')).not.toContain('secret')
  expect(await view({ ...io, env }, { runs, url: given, token: 'shown' }, 'some-run')).toBe(0)
  expect(opened()).toMatch(/ token=shown$/)
})

test.each([
  'htp://localhost/?token=a-long-secret',
  'localhost:8765/?token=a-long-secret',
  'not an address a-long-secret',
  'http://me:a-long-secret@lab.example',
  'http://a-long-secret@lab.example',
  'http://localhost/?token=a-long-secret%00',
])('an address that cannot be used is refused without repeating it: %s', async (url) => {
  const { io, view, runs } = bench()
  const refused = await view(io, { runs, url }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'bad-option' })
  expect(JSON.stringify(refused) + String(refused)).not.toContain('secret')
})

test('what is printed of a name has no control characters', async () => {
  const { io, view, runs, said } = bench()
  await view(io, { runs, url: 'http://localhost:8765/\u001b[2J' }, 'run\u001b]0;x\u0007')
  expect(said.join('')).not.toMatch(/\p{Cc}/u)
})

const entry = '{"run":"r","seq":1,"pos":1,"at":"2026-01-05T09:00:00.000Z","event":{"type":"note-add","text":"x"}}'

test.each([
  ['is empty', '', 'it is empty'],
  ['is of bytes', '\u0000\u0001\u0002\n', 'its first line is no entry of a run'],
  ['is an object without an entry', '{}', 'its first line is no entry of a run'],
  ['is null', 'null', 'its first line is no entry of a run'],
  ['is one line without an end', 'x'.repeat(20_000_000), 'its first line is too long'],
])('a record that %s is refused before Godot is looked for', async (_, content, why) => {
  const { home, io, view, runs } = bench()
  const file = join(home, 'no-record.jsonl')
  writeFileSync(file, content)
  const blind = { ...io, env: { PATH: '/nowhere', HOME: '/nowhere' } }
  await expect(view(blind, { runs, replay: file })).rejects.toMatchObject({
    status: 2,
    message: `${file} cannot be read as a record: ${why}`,
  })
})

test('a folder is no record, and two records at once are refused', async () => {
  const { home, io, view, runs } = bench()
  await expect(view(io, { runs, replay: home })).rejects.toMatchObject({ status: 2, message: expect.stringContaining('it is no file') })
  const both = view(io, { runs, replay: home, example: true })
  await expect(both).rejects.toMatchObject({ status: 2, message: '--replay and --example: one of both' })
})

test('a record in a file, and the bundled one, need no server', async () => {
  const { home, io, view, opened, runs } = bench()
  const file = join(home, 'a record.jsonl')
  writeFileSync(file, `\n${entry}\n`)
  expect(await view(io, { runs, replay: file })).toBe(0)
  expect(opened()).toContain(`-- --replay=${file} token=`)
  expect(await view(io, { runs, example: true })).toBe(0)
  expect(opened()).toContain('-- --replay=res://example/rehearsal.jsonl token=')
  await expect(view(io, { runs, replay: `${file}.gone` })).rejects.toMatchObject({ code: 'missing-file' })
})

test('the project is imported before it is opened, and only once', async () => {
  const { io, view, calls, runs, project } = bench()
  const env = { ...io.env, GAL_TOKEN: 'a-long-secret' }
  await view({ ...io, env }, { runs, example: true })
  await view({ ...io, env }, { runs, example: true })
  expect(calls().join()).not.toContain('secret')
  expect(calls().map((call) => call.includes('--import'))).toEqual([true, false, false])
  expect(calls()[0]).toContain(`--headless --path ${project} --import`)
})

test('without Godot, or without a display, one line says so and the next what to do', async () => {
  const { io, view, runs } = bench()
  const bare = { ...io, env: { PATH: '/usr/bin:/bin', HOME: '/nowhere', DISPLAY: ':0' } }
  await expect(view(bare, { runs })).rejects.toMatchObject({
    code: 'no-viewer',
    message: expect.stringMatching(/^no Godot was found/),
    hint: expect.stringMatching(/npm run setup:godot.*godotengine\.org/),
  })
  const { DISPLAY: _, ...blind } = io.env
  if (process.platform === 'linux')
    await expect(view({ ...io, env: blind }, { runs })).rejects.toMatchObject({ message: expect.stringContaining('no display') })
})

test('Ctrl-C closes the viewer, and one that fails is told with its last words', async () => {
  const slow = bench('sleep 60')
  setTimeout(() => slow.stop.abort(), 500)
  expect(await slow.view(slow.io, { runs: slow.runs, example: true })).toBe(0)
  const broken = bench('echo "SCRIPT ERROR: it broke" >&2; exit 3')
  await expect(broken.view(broken.io, { runs: broken.runs, example: true })).rejects.toMatchObject({
    code: 'no-viewer',
    message: 'the viewer ended with exit status 3',
    hint: 'SCRIPT ERROR: it broke',
  })
})

test.each([
  ['es', 'Se abre el visor (Godot 4.6.0.stand-in): example'],
  ['fr', 'Ouverture de la visionneuse (Godot 4.6.0.stand-in) : example'],
])('what it does is told in %s', async (language, line) => {
  const { io, view, runs, said } = bench()
  await view(io, { runs, example: true, set: [`ui.language=${language}`] })
  expect(said).toContain(line)
})
