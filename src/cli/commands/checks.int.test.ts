import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createLab, createMachine, loadConfig } from '../../api/index.ts'
import { standInGodot } from '../godot/testing/stand-in-godot.ts'
import type { Io } from '../io.ts'
import { doctorWithin } from './doctor.ts'
import { exportRun } from './export.ts'
import { models } from './models.ts'

const home = mkdtempSync(join(tmpdir(), 'gal-commands-'))
const runs = join(home, 'runs')
afterAll(() => rmSync(home, { recursive: true }))

/** Nobody listens at port 1. */
const nowhere = ['models.ollama.base-url=http://127.0.0.1:1', 'sources.arxiv.base-url=http://127.0.0.1:1/q']
const noHost = 'models.openai.base-url=http://127.0.0.1:1/v1'

/** With all the time that a busy machine wants. */
const doctor = (...given: [Io, Parameters<typeof doctorWithin>[2]]) => doctorWithin(20_000, ...given)

const createIo = (env: Io['env'] = {}) => {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  const io: Io = {
    out: say,
    err: say,
    raw: say,
    env: { PATH: process.env.PATH, ...env },
    isTerminal: false,
    columns: 80,
    rows: 24,
    interrupt: new AbortController().signal,
  }
  return { io, said }
}

const modelLine = async (model: string, env: Io['env'] = {}, set: string[] = []) => {
  const { io, said } = createIo(env)
  await doctor(io, { model, runs, set: [...nowhere, ...set] })
  const at = said.findIndex((line) => / model /.test(line))
  return { line: said[at] ?? '', fix: said[at + 1] ?? '', last: said.at(-1) ?? '' }
}

test('the doctor misses the key of a model, and says how to give it', async () => {
  const { line, fix, last } = await modelLine('openai:gpt-4o')
  expect(line).toMatch(/^missing +model /)
  expect(line + fix).toContain('OPENAI_API_KEY')
  expect(line + fix).not.toContain('Ollama')
  expect(last).toMatch(/^A rehearsal needs none/)
})

test('the doctor finds nothing missing where the key is there, and does not speak of Ollama', async () => {
  expect((await modelLine('openai:gpt-4o', { OPENAI_API_KEY: 'sk-0123456789' }, [noHost])).line).toMatch(
    /^ok +model +openai:gpt-4o \(from --model\) is configured$/,
  )
  expect((await modelLine('rehearsal')).line).toMatch(/^ok +model +rehearsal/)
})

test('the doctor misses an Ollama that does not answer, and a provider that there is none of', async () => {
  expect((await modelLine('ollama:tiny')).line).toMatch(/^missing +model +ollama:tiny \(from --model\) is configured\. Ollama/)
  expect((await modelLine('foo')).line).toMatch(/^broken +model +foo \(from --model\) is configured\. there is no model provider 'foo'/)
})

test('the doctor speaks of images where they are wanted, and misses the key of their server', async () => {
  const lines = async (set: string[], env: Io['env'] = {}) => {
    const { io, said } = createIo(env)
    await doctor(io, { model: 'rehearsal', runs, set: [...nowhere, noHost, ...set] })
    const at = said.findIndex((line) => / images /.test(line))
    return at < 0 ? '' : said.slice(at, at + 2).join('\n')
  }
  const wanted = ['images.model=gpt-image-1']
  expect(await lines([])).toBe('')
  expect(await lines(wanted)).toMatch(/^missing +images +gpt-image-1 at .* needs a key\n +set the environment variable OPENAI_API_KEY$/)
  expect(await lines(wanted, { OPENAI_API_KEY: 'sk-0123456789' })).toMatch(
    /^ok +images +gpt-image-1 at https:\/\/api\.openai\.com is configured/,
  )
})

test('the doctor names the Godot that gal view would take, or says how to get one', async () => {
  const line = async (env: Io['env']) => {
    const { io, said } = createIo(env)
    await doctor(io, { model: 'rehearsal', runs, set: nowhere })
    const at = said.findIndex((text) => / godot /.test(text))
    return said.slice(at, at + 2).join('\n')
  }
  const path = join(home, 'bin/godot')
  standInGodot(path, '4.5.stable')
  expect(await line({ GODOT: path })).toMatch(/^ok +godot +Godot 4\.5\.stable at /)
  expect(await line({ GODOT: '/bin/true' })).toMatch(/^missing +godot +gal view needs Godot: .*\n +in a clone, npm run setup:godot/)
  rmSync(join(home, 'bin'), { recursive: true })
})

test('an unknown provider is refused when the models are listed', async () => {
  await expect(models(createIo().io, { model: 'foo', set: nowhere })).rejects.toMatchObject({ code: 'unknown-model' })
})

test('an export to a folder that is not there is refused in one line, and nothing is written', async () => {
  const { config } = loadConfig({ sets: [`runs=${runs}`, 'model=rehearsal'] })
  const lab = createLab({ config, machine: createMachine({ PATH: process.env.PATH }) })
  lab.begin('Does it help?')
  lab.close()
  const output = join(home, 'nowhere', 'x.jsonl')
  const write = (over: { format?: string; output?: string }) => exportRun(createIo().io, { runs, format: 'jsonl', ...over })
  await expect(write({ output })).rejects.toMatchObject({
    code: 'missing-file',
    message: `there is no folder ${join(home, 'nowhere')} to write to`,
  })
  await expect(write({ output: home })).rejects.toMatchObject({ code: 'bad-option' })
  await expect(write({ format: 'pdf' })).rejects.toMatchObject({ code: 'bad-option', hint: 'formats: md, jsonl, zip' })
  await expect(write({ format: 'jsnl' })).rejects.toMatchObject({ hint: expect.stringMatching(/^did you mean jsonl\?/) })
  expect(await write({ output: join(home, 'x.jsonl') })).toBe(0)
  expect(readdirSync(home).sort()).toEqual(['runs', 'x.jsonl'])
})
