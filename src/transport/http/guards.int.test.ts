import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, json } from './testing/ask.ts'
import { type RestLab, startRestLab } from './testing/rest-lab.ts'

let lab: RestLab
beforeAll(async () => {
  lab = await startRestLab({ host: 'localhost', allowedOrigins: ['https://lab.example'] })
})
afterAll(async () => {
  await lab.close()
  expect(lab.defects).toEqual([])
})

const withPort = (name: string) => name.replace('PORT', `${lab.port}`)
const codeIn = (body: string): unknown => (body.startsWith('{') ? JSON.parse(body).code : undefined)

test.each([
  'evil.example@localhost:PORT',
  'localhost:PORT@evil.example',
  'localhost#.evil.example',
  'localhost/.evil.example',
  'localhost?.evil.example',
  '%6cocalhost:PORT',
  'localhost:PORT,evil.example',
])('a Host that can be read in two ways is refused: %s', async (host) => {
  const { status, body } = await ask(lab.port, '/v1/runs', { headers: { host: withPort(host) } })
  expect([status, codeIn(body)]).toEqual([403, 'foreign-host'])
})

test('of two Hosts none counts', async () => {
  const socket = connect(lab.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`GET /v1/runs HTTP/1.1\r\nHost: localhost:${lab.port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 40[03] /)
})

test.each(['http://evil.example@localhost:PORT', 'http://localhost:PORT/path', 'http://localhost:PORT/', 'HTTP://localhost:PORT'])(
  'an Origin is what browsers send, and nothing around it: %s',
  async (origin) => {
    const { status, headers, body } = await ask(lab.port, '/v1/runs', { headers: { origin: withPort(origin) } })
    expect([status, codeIn(body), headers['access-control-allow-origin']]).toEqual([403, 'foreign-origin', undefined])
  },
)

describe('a request that a browser says a foreign page made', () => {
  const from = (site: string, mode = 'no-cors') => ({ 'sec-fetch-site': site, 'sec-fetch-mode': mode })
  const statusOf = async (path: string, headers: Record<string, string>, method = 'GET') =>
    (await ask(lab.port, path, { method, headers })).status

  test.each(['cross-site', 'same-site', 'cross-site, none', 'unheard'])('is refused without an Origin: %s', async (site) => {
    const { status, body } = await ask(lab.port, '/v1/papers?q=x', { headers: from(site) })
    expect([status, codeIn(body)]).toEqual([403, 'foreign-origin'])
    expect(await statusOf('/v1/runs/r/stop', from(site, 'navigate'), 'POST')).toBe(403)
    expect(await statusOf('/v1/papers?q=x', from(site, 'navigate'))).toBe(403)
  })

  test('is served when it is a link to a page or to a file of a run', async () => {
    const paths = ['/', '/?token=x', '/agents', '/runs/r', '/runs/r/record', '/runs/r/paper', '/v1/runs/r/artifacts/report/report.md']
    for (const path of paths) expect([path, await statusOf(path, from('cross-site', 'navigate'))]).toEqual([path, 200])
    expect(await statusOf('/', from('cross-site'))).toBe(403)
  })

  test('is judged by its Origin where it has one', async () => {
    const own = { origin: `http://localhost:${lab.port}` }
    expect(await statusOf('/v1/runs', { ...from('cross-site', 'cors'), origin: 'https://lab.example' })).toBe(200)
    expect(await statusOf('/v1/runs', { ...from('cross-site', 'cors'), ...own })).toBe(200)
    expect(await statusOf('/v1/runs', { ...from('cross-site', 'cors'), origin: 'https://evil.example' })).toBe(403)
  })

  test('is served when it came from the page itself, or from a person', async () => {
    for (const site of ['same-origin', 'none']) expect(await statusOf('/v1/papers?q=x', from(site))).toBe(200)
  })
})

test('a body that is wrong in very many places is answered in few words', async () => {
  const keys = Object.fromEntries(Array.from({ length: 60_000 }, (_, place) => [`key-${place}`, 1]))
  const { status, body } = await ask(lab.port, '/v1/runs', json({ topic: 'x', ...keys }))
  expect(status).toBe(422)
  expect(body.length).toBeLessThan(3000)
  expect(JSON.parse(body).detail).toMatch(/key-0.*…$/)
})
