import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { temporary } from '../../../test/support/temporary.ts'
import { patientFetch } from '../patient-fetch.ts'
import { ggufOf } from '../stand-in/llama-package.ts'
import { type Behaviour, refusing, type StandIn, silent, startStandIn, unusedUrl } from '../stand-in/server.ts'
import { fetchModel, isFetched } from './fetch-model.ts'
import type { Progress } from './progress.ts'

const running: StandIn[] = []
afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.close()
})

const header = ggufOf({ 'general.architecture': 'llama' })
const whole = Buffer.concat([header, Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251))])
const sha256 = createHash('sha256').update(whole).digest('hex')
const etag = '"one"'

/** How much of the file has come to whoever fetches it: a connection that drops takes along what is still on its way. */
let arrived = 0

const begin = (range: string | undefined): number => Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0)

/** Sends the file as a server that knows Range does, but breaks off after so many bytes, as often as there are numbers. */
const serving = (breaks: readonly number[], { bytes = whole, mark = etag } = {}): Behaviour => {
  const left = [...breaks]
  return async (response, { headers }) => {
    const current = headers['if-range'] === undefined || headers['if-range'] === mark
    const from = current ? begin(headers.range) : 0
    const stop = left.shift()
    const span = { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }
    response.writeHead(from > 0 ? 206 : 200, {
      'content-length': bytes.length - from,
      ...(mark ? { etag: mark } : {}),
      ...(from > 0 ? span : {}),
    })
    const piece = bytes.subarray(from, stop === undefined ? undefined : from + stop)
    await new Promise<void>((resolve) => response.write(piece, () => resolve()))
    if (stop === undefined) response.end()
    else {
      await expect.poll(() => arrived, { interval: 5, timeout: 10_000 }).toBeGreaterThanOrEqual(stop === 0 ? 0 : from + stop)
      response.destroy()
    }
  }
}

const start = async (behaviour: Behaviour, folder = temporary()) => {
  arrived = 0
  const server = await startStandIn(behaviour)
  running.push(server)
  const path = join(folder, 'models/tiny.gguf')
  const seen: Progress[] = []
  const get = (more: { url?: URL; sha256?: string; signal?: AbortSignal; idleMs?: number } = {}) =>
    fetchModel(
      { url: new URL(`${server.url}/tiny.gguf`), path, fetch: patientFetch, signal: new AbortController().signal, ...more },
      (progress) => {
        seen.push(progress)
        arrived = progress.done ?? arrived
      },
    )
  return { server, path, get, seen, folder: join(folder, 'models') }
}

const isWhole = (path: string) => existsSync(path) && readFileSync(path).equals(whole)

describe('a GGUF file', () => {
  test('is fetched whole, checked, and lies alone in its folder; how far it is was told', async () => {
    const { get, path, seen, folder } = await start(serving([]))
    expect(await get({ sha256: sha256.toUpperCase() })).toEqual({ bytes: whole.length })
    expect(isWhole(path)).toBe(true)
    expect(readdirSync(folder)).toEqual(['tiny.gguf'])
    expect(seen.filter(({ done }) => done !== undefined).at(-1)).toMatchObject({ done: whole.length, total: whole.length })
    expect([await isFetched({ path, sha256 }), await isFetched({ path, sha256: '0'.repeat(64) })]).toEqual([true, false])
  })

  test('goes on where the connection dropped, by itself', async () => {
    const { get, path, server } = await start(serving([50_000, 70_000]))
    expect(await get({ sha256 })).toEqual({ bytes: whole.length })
    expect(isWhole(path)).toBe(true)
    expect(server.asked.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=50000-', 'bytes=120000-'])
  })

  test('goes on in the next call where the last one was interrupted', async () => {
    const { get, path, folder, server } = await start(serving([50_000, 0]))
    expect(await get()).toMatchObject({ fault: { kind: 'unreachable' } })
    expect(existsSync(path)).toBe(false)
    expect(readdirSync(folder)).toContain('tiny.gguf.part')
    expect(await get()).toEqual({ bytes: whole.length })
    expect(isWhole(path)).toBe(true)
    expect(server.asked.at(-1)?.headers).toMatchObject({ range: 'bytes=50000-', 'if-range': etag })
  })

  test('is kept in part without its address, which may open it, and for its owner alone', async () => {
    const { get, folder, path, server } = await start(serving([50_000, 0, 0]))
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${path}.part.json`, '{}', { mode: 0o644 })
    const url = new URL(`${server.url}/tiny.gguf?token=SIGNED`)
    expect(await get({ url })).toMatchObject({ fault: { kind: 'unreachable' }, kept: 50_000 })
    expect(readFileSync(`${path}.part.json`, 'utf8')).not.toMatch(/SIGNED|127\.0\.0\.1/)
    expect(statSync(`${path}.part.json`).mode & 0o777).toBe(0o600)
    // Another address is another file.
    expect(await get({ url: new URL(`${server.url}/tiny.gguf?token=OTHER`) })).toMatchObject({ kept: 0 })
    expect(server.asked.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=50000-', undefined])
  })

  test('is begun anew when it has changed meanwhile, or the server takes no Range, or does not say what version it has', async () => {
    const changes: Behaviour[] = [
      serving([], { mark: '"two"' }),
      (response) => void response.writeHead(200, { 'content-length': whole.length }).end(whole),
      serving([], { mark: '' }),
    ]
    for (const changed of changes) {
      const behaviours = [serving([50_000]), refusing(503), changed]
      const { get, path } = await start((response, asked) =>
        (behaviours.length > 1 ? behaviours.shift() : behaviours[0])?.(response, asked),
      )
      expect(await get()).toHaveProperty('fault')
      expect(await get()).toEqual({ bytes: whole.length })
      expect(isWhole(path)).toBe(true)
    }
  })

  test('is begun anew when the server goes on at another place, or has no such place', async () => {
    const odd: Behaviour[] = [
      (response) => void response.writeHead(206, { 'content-range': `bytes 7-${whole.length - 1}/${whole.length}` }).end(whole.subarray(7)),
      refusing(416),
      // The same mark, and yet of another length.
      (response) => void response.writeHead(206, { etag, 'content-range': 'bytes 50000-50003/50004' }).end('nope'),
    ]
    for (const one of odd) {
      const behaviours = [serving([50_000]), one, serving([])]
      const { get, path } = await start((response, asked) => behaviours.shift()?.(response, asked))
      expect(await get()).toEqual({ bytes: whole.length })
      expect(isWhole(path)).toBe(true)
    }
  })
})

const page = { 'content-type': 'text/html' }
const cases: [string, Behaviour, string, RegExp][] = [
  ['a length that is too short for what was said', serving([1000, 0]), 'unreachable', /./],
  [
    'more than the length that was said',
    (response) => {
      response.socket?.end(
        `HTTP/1.1 200 OK\r\nContent-Length: ${header.length}\r\nConnection: close\r\n\r\n${whole.toString('latin1').slice(0, 400)}`,
      )
    },
    '',
    /./,
  ],
  [
    'another file than was asked for',
    serving([], { bytes: Buffer.concat([header, Buffer.from('other')]) }),
    'bad-output',
    /SHA-256 is [0-9a-f]{64}/,
  ],
  ['a page instead', (response) => void response.writeHead(200, page).end('<html>'), 'bad-output', /a web page and no file/],
  ['a file that is none', (response) => void response.end('just words'), 'bad-output', /no GGUF file/],
  ['404', refusing(404, 'Entry not found'), 'refused', /404: Entry not found/],
  ['401', refusing(401), 'refused', /401/],
  ['500', refusing(500), 'unreachable', /500/],
  ['a part that nobody asked for', refusing(206, 'x'), 'bad-output', /could not go on/],
  [
    'more than the disk holds',
    (response) => void response.writeHead(200, { 'content-length': '900000000000000' }).flushHeaders(),
    'limit',
    /has room for/,
  ],
]

test.each(cases)('of a server that sends %s nothing is left that looks whole', async (_title, behaviour, kind, says) => {
  const { get, path } = await start(behaviour)
  const ended = await get({ sha256 })
  expect(existsSync(path)).toBe(false)
  if (!('fault' in ended)) throw new Error('it was taken for whole')
  expect(ended.fault.kind).toMatch(kind)
  expect(ended.fault.message).toMatch(says)
})

test('a wrong file leaves nothing that a later call would go on with', async () => {
  const { get, folder } = await start(serving([]))
  expect(await get({ sha256: '0'.repeat(64) })).toMatchObject({ fault: { kind: 'bad-output' } })
  expect(readdirSync(folder)).toEqual([])
})

test('what was there before is replaced by a whole file only', async () => {
  const { get, path, folder } = await start(serving([1000, 0]))
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, 'what was there')
  expect(await get()).toHaveProperty('fault')
  expect(readFileSync(path, 'utf8')).toBe('what was there')
  expect(await get()).toHaveProperty('bytes')
  expect(isWhole(path)).toBe(true)
})

test('a server that falls silent is given up, one that is not there is said so, and an interruption is none of its faults', async () => {
  const { get } = await start(silent)
  expect(await get({ idleMs: 100 })).toMatchObject({ fault: { kind: 'timeout' } })
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 50)
  expect(await get({ signal: stop.signal })).toMatchObject({ fault: { kind: 'cancelled' } })
  const path = join(temporary(), 'x.gguf')
  const url = new URL(`${await unusedUrl()}/x.gguf`)
  expect(await fetchModel({ url, path, fetch: patientFetch, signal: new AbortController().signal }, () => undefined)).toMatchObject({
    fault: { kind: 'unreachable' },
  })
})
