import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { gal } from '../../../test/support/gal.ts'
import { temporary } from '../../../test/support/temporary.ts'
import { ggufOf } from '../../models/stand-in/llama-package.ts'
import { createLines, pullLines, startOllamaWork } from '../../models/stand-in/ollama-work.ts'
import { type Behaviour, refusing, startStandIn } from '../../models/stand-in/server.ts'
import type { Io } from '../io.ts'
import { pull } from './models-pull.ts'

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.close()
})
const started = async <Server extends { close(): Promise<void> }>(starting: Promise<Server>): Promise<Server> => {
  const server = await starting
  running.push(server)
  return server
}

const models = async (url: string, args: readonly string[], cwd = temporary()) => {
  const env = { OLLAMA_BASE_URL: url, GAL_MODELS: join(cwd, 'models'), XDG_CACHE_HOME: join(cwd, 'cache') }
  return { ...(await gal(['models', ...args], { cwd, env })), cwd }
}

const terminal = (url: string, signal = new AbortController().signal): { io: Io; written: string[] } => {
  const written: string[] = []
  const write = (text: string) => void written.push(text)
  const env = { OLLAMA_BASE_URL: url }
  return { io: { out: write, err: write, raw: write, env, isTerminal: true, columns: 80, rows: 24, interrupt: signal }, written }
}

describe('gal models pull', () => {
  test('has Ollama get a model, and says how far it is in plain lines', async () => {
    const { url, record } = await started(startOllamaWork(pullLines(4_000_000_000)))
    const { status, out } = await models(url, ['pull', 'ollama:qwen3:4b'])
    expect(status).toBe(0)
    expect(record.asked).toEqual([{ path: '/api/pull', body: { model: 'qwen3:4b', stream: true } }])
    expect(out).toContain('50 %  2.00 GB of 4.00 GB\n')
    expect(out).toContain('100 %  4.00 GB of 4.00 GB\n')
    expect(out).toMatch(/Ollama has qwen3:4b\. Use it with: .*--model ollama:qwen3:4b\n$/)
    for (const control of ['\r', '\u001b']) expect(out).not.toContain(control)
  })

  test('draws a bar on a terminal', async () => {
    const { url } = await started(startOllamaWork(pullLines(1e9)))
    const { io, written } = terminal(url)
    expect(await pull(io, {}, 'tiny')).toBe(0)
    expect(written.join('')).toContain('[############------------]  50 %')
    expect(written.join('')).toContain('[########################]  100 %')
  })

  test.each([
    [
      'an error line',
      '{"error":"pull model manifest: file does not exist"}\n',
      2,
      /Ollama at .* said: pull model manifest: file does not exist/,
    ],
    ['a full disk', '{"error":"write /blobs: no space left on device"}\n', 6, /no space left on device/],
    ['an end without success', '', 6, /stopped in the middle: the same command goes on/],
    ['something else', '<html>\n', 6, /sent what no Ollama sends: <html>/],
  ])('after %s it fails in one sentence', async (_title, last, code, says) => {
    const { url } = await started(startOllamaWork([...pullLines(1e9).slice(0, 3), last]))
    const { status, err, out } = await models(url, ['pull', 'tiny'])
    expect(status).toBe(code)
    expect(err).toMatch(says)
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
    expect(out).not.toContain('Ollama has')
  })

  test('an interruption ends it at once, without a complaint', async () => {
    const { url } = await started(startOllamaWork(pullLines(1e9), { pauseMs: 60 }))
    const stop = new AbortController()
    const { io, written } = terminal(url, stop.signal)
    setTimeout(() => stop.abort(), 150)
    expect(await pull(io, {}, 'tiny')).toBe(130)
    expect(written.at(-1)).toContain('the same command goes on with it')
  })

  test('fetches a GGUF file by its address into the folder of models, once', async () => {
    const bytes = Buffer.concat([ggufOf({ 'general.architecture': 'llama' }), Buffer.alloc(100_000)])
    const server = await started(startStandIn((response) => void response.writeHead(200, { 'content-length': bytes.length }).end(bytes)))
    const args = ['pull', `${server.url}/some/Tiny%20one.gguf?download=true`]
    const { status, out, cwd } = await models('http://127.0.0.1:1', args)
    expect(status).toBe(0)
    expect(out).toContain('--model llama:Tiny one.gguf')
    expect(readFileSync(join(cwd, 'models/Tiny one.gguf')).equals(bytes)).toBe(true)
    expect((await models('http://127.0.0.1:1', args, cwd)).out).toContain('is there already')
    expect(server.asked).toHaveLength(1)
  })

  test('of a file that is not there, or another than was meant, nothing is left', async () => {
    const server = await started(startStandIn(refusing(404, 'Entry not found')))
    const { status, err, cwd } = await models('http://127.0.0.1:1', ['pull', `${server.url}/x.gguf`, '--sha256', 'a'.repeat(64)])
    expect(status).toBe(2)
    expect(err).toContain('answered 404: Entry not found')
    expect(existsSync(join(cwd, 'models')) ? readdirSync(join(cwd, 'models')) : []).toEqual([])
  })

  test.each([
    [['pull'], /needs a name/],
    [['pull', 'https://host/'], /does not end with the name of a GGUF file/],
    [['pull', 'https://host/..%2f..%2f.bashrc.gguf'], /does not end with the name of a GGUF file/],
    [['pull', 'https://host/x.gguf', '--sha256', 'abc'], /64 hexadecimal digits/],
    [['pull', 'tiny', '--sha256', 'a'.repeat(64)], /Ollama checks its models itself/],
    [['pull', 'https://host/%zz.gguf'], /does not end with the name of a GGUF file/],
    [['pull', 'https://host/x?token=PWSECRET'], /https:\/\/host\/x does not end with the name/],
    [['pull', 'http://user:PWSECRET@127.0.0.1/u.gguf'], /^gal: a URL here holds no user and no password\n/],
    [['pull', 'http://PWSECRET@127.0.0.1/u.gguf'], /^gal: a URL here holds no user and no password\n/],
    [['pull', 'http://user:PWSECRET@host:99999/u.gguf'], /^gal: this is no address that a file can be fetched from/],
    [['pull', 'ftp://user:PWSECRET@host/u.gguf'], /^gal: ftp: is no way to fetch a file/],
    [['pull', 'file:///tmp/u.gguf'], /^gal: file: is no way to fetch a file.*\n {2}.*--model llama:/],
  ])('%j is refused', async (args, says) => {
    const { status, err } = await models('http://127.0.0.1:1', args)
    expect([status, err]).toEqual([2, expect.stringMatching(says)])
    expect(err).not.toContain('PWSECRET')
  })

  const bytes = Buffer.concat([ggufOf({ 'general.architecture': 'llama' }), Buffer.alloc(100_000)])
  const half =
    (headers: Record<string, string>): Behaviour =>
    async (response) => {
      response.writeHead(200, { 'content-length': bytes.length, ...headers })
      await new Promise<void>((resolve) => response.write(bytes.subarray(0, 50_000), () => resolve()))
      setTimeout(() => response.destroy(), 100)
    }

  test.each<[string, Behaviour, string[], RegExp]>([
    ['another file', (response) => void response.end(bytes), ['--sha256', 'a'.repeat(64)], /nothing of it is kept/],
    ['a refusal', refusing(403, 'no'), [], /nothing of it is kept/],
    ['half a file that cannot be told from another', half({}), [], /nothing of it can be gone on with; the same command begins anew/],
    ['half a file with its mark', half({ etag: '"one"' }), [], /what has come is kept; the same command goes on with it/],
  ])('after %s it says what is true of what has come', async (_, behaviour, more, says) => {
    const server = await started(startStandIn(behaviour))
    const { err, cwd, status } = await models('http://127.0.0.1:1', ['pull', `${server.url}/x.gguf?token=PWSECRET`, ...more])
    expect([status, err]).toEqual([6, expect.stringMatching(says)])
    const about = join(cwd, 'models/x.gguf.part.json')
    expect(/is kept; the same/.test(err)).toBe(existsSync(about) && readFileSync(about, 'utf8').includes('one'))
  })

  test('of a long word of Ollama a line is shown', async () => {
    const { url } = await started(startOllamaWork([`${JSON.stringify({ status: `pulling ${'x'.repeat(30_000)}` })}\n`, ...pullLines(1e9)]))
    const { status, out } = await models(url, ['pull', 'tiny'])
    expect(status).toBe(0)
    expect(out).toContain('pulling xxxx')
    expect(out.length).toBeLessThan(2000)
  })
})

describe('gal models create', () => {
  const makes = async (modelfile: string, args: readonly string[] = [], lines = createLines()) => {
    const { url, record } = await started(startOllamaWork(lines))
    const cwd = temporary()
    writeFileSync(join(cwd, 'Modelfile'), modelfile)
    return { ...(await models(url, ['create', ...args], cwd)), record, url }
  }

  test('posts what the Modelfile says, and says that it is done', async () => {
    const modelfile =
      'FROM qwen3:4b\nPARAMETER temperature 1\nPARAMETER num_ctx 8192\nSYSTEM """Be terse.\nCite."""\nMESSAGE user Hello\nLICENSE MIT'
    const { status, out, err, record } = await makes(modelfile, ['my-model'])
    expect([status, err]).toEqual([0, ''])
    expect(record.asked).toEqual([
      {
        path: '/api/create',
        body: {
          model: 'my-model',
          from: 'qwen3:4b',
          parameters: { temperature: 1, num_ctx: 8192 },
          system: 'Be terse.\nCite.',
          messages: [{ role: 'user', content: 'Hello' }],
          license: ['MIT'],
          stream: true,
        },
      },
    ])
    expect(out).toContain('--model ollama:my-model')
  })

  test('brings a file to Ollama first, and not when Ollama has it', async () => {
    const { url, record } = await started(startOllamaWork(createLines()))
    const cwd = temporary()
    writeFileSync(join(cwd, 'tiny.gguf'), ggufOf({ 'general.architecture': 'llama' }))
    writeFileSync(join(cwd, 'own'), 'FROM ./tiny.gguf\nADAPTER tiny.gguf')
    for (const _time of [1, 2]) expect(await models(url, ['create', '-f', 'own'], cwd)).toMatchObject({ status: 0 })
    const files = { 'tiny.gguf': record.blobs[0] }
    expect(record.asked[0]?.body).toEqual({ model: 'gal', files, adapters: files, stream: true })
    expect(record.uploads).toBe(1)
  })

  test('warns in one line of a num_ctx that is too little for agents', async () => {
    const { status, err } = await makes('FROM a\nPARAMETER num_ctx 1000')
    expect(status).toBe(0)
    expect(err).toMatch(/^gal: Modelfile sets num_ctx 1000, which is too little for agents.*\n$/)
  })

  test.each<[string, string, string[], number, RegExp]>([
    ['a wrong line', 'FROM a\nPARAMETR x 1', [], 2, /Modelfile:2: there is no instruction 'PARAMETR'\n {2}the nearest is PARAMETER/],
    ['a missing file', 'FROM ./nowhere.gguf', [], 2, /Modelfile:1: there is no file .*nowhere\.gguf/],
    ['an adapter by name', 'FROM a\nADAPTER b', [], 2, /Modelfile:2: ADAPTER takes the path of a file/],
    ['a folder', 'FROM .', [], 2, /is a folder/],
    ['no Modelfile', '', ['-f', 'other'], 2, /other cannot be read: ENOENT/],
  ])('refuses %s', async (_title, modelfile, args, code, says) => {
    const { status, err, record } = await makes(modelfile, args)
    expect([status, err]).toEqual([code, expect.stringMatching(says)])
    expect(record.asked).toEqual([])
  })

  test('says in one sentence what the server refused', async () => {
    const { status, err } = await makes('FROM a', [], ['{"error":"invalid model name"}\n'])
    expect([status, err]).toEqual([6, expect.stringContaining('said: invalid model name')])
  })
})

test('gal setup says what it can set up', async () => {
  const { status, err } = await gal(['setup', 'lama'], { cwd: temporary() })
  expect([status, err]).toEqual([2, expect.stringContaining('it knows: llama')])
})
