import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Connection, createProxy, type Outside } from './proxy.ts'

/** What stands for the open internet: a web server and one that echoes. */
const web = createServer((message, response) => {
  if (message.url === '/slow') return void response.writeHead(200).write('half')
  response.end(JSON.stringify({ url: message.url, host: message.headers.host, auth: message.headers['proxy-authorization'] ?? null }))
})
const echo = createTcpServer((socket) => socket.on('error', () => socket.destroy()).pipe(socket))
const portOf = (server: Server) => (server.address() as AddressInfo).port
const listen = async (server: Server) => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
}

const addresses: Record<string, string[]> = {
  'data.example.org': ['93.184.216.34'],
  'inside.example.org': ['10.0.0.7'],
  'both.example.org': ['93.184.216.34', '127.0.0.1'],
  'none.example.org': [],
}
let reached: { address: string; port: number }[] = []
const outside: Outside = {
  resolve: async (host) => {
    const found = addresses[host]
    if (!found) throw new Error(`ENOTFOUND ${host}`)
    return found
  },
  connect: (address, port) => {
    reached.push({ address, port })
    return connect({ host: '127.0.0.1', port: portOf(port === 80 ? web : echo) })
  },
}

let folder = ''
let told: Connection[] = []
let proxy: ReturnType<typeof createProxy>
beforeAll(async () => {
  await Promise.all([listen(web), listen(echo)])
})
afterAll(() => {
  web.closeAllConnections()
  web.close()
  echo.close()
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gal-proxy-'))
  told = []
  reached = []
  const hosts = ['Data.Example.org', 'inside.example.org', 'both.example.org', 'none.example.org', 'lost.example.org', '127.0.0.1']
  proxy = createProxy({ hosts, outside, onConnection: (connection) => told.push(connection) })
  proxy.server.listen(join(folder, 'proxy'))
  await once(proxy.server, 'listening')
})
afterEach(async () => {
  await proxy.close()
  rmSync(folder, { recursive: true })
})

const socketPath = () => join(folder, 'proxy')
const textOf = async (message: IncomingMessage) => (await message.toArray()).join('')
const get = async (url: string, headers: Record<string, string> = {}) => {
  const asked = request({ socketPath: socketPath(), path: url, headers })
  asked.end()
  const [reply] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: reply.statusCode, body: await textOf(reply) }
}
/** What a proxy answers to CONNECT, and to a word said through the tunnel. */
const tunnelTo = async (target: string) => {
  const socket = connect(socketPath())
  socket.write(`CONNECT ${target} HTTP/1.1\r\nhost: ${target}\r\n\r\n`)
  const [first] = (await once(socket, 'data')) as [Buffer]
  const status = Number(first.toString().split(' ')[1])
  if (status !== 200) return { status, body: first.toString().split('\r\n\r\n')[1] }
  socket.write('hello')
  const [heard] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  return { status, body: heard.toString() }
}

test('a host that is named is reached by CONNECT at the address that was checked, and it is told', async () => {
  expect(await tunnelTo('data.example.org:443')).toEqual({ status: 200, body: 'hello' })
  expect(await tunnelTo('DATA.example.org.:443')).toMatchObject({ status: 200 })
  expect(reached[0]).toEqual({ address: '93.184.216.34', port: 443 })
  expect(told[0]).toEqual({ host: 'data.example.org', port: 443, allowed: true, address: '93.184.216.34' })
})

test('plain HTTP is handed on with the host of the address, and without what was for the proxy', async () => {
  const { status, body } = await get('http://data.example.org/a?b=1', { host: 'other.example.org', 'proxy-authorization': 'secret' })
  expect([status, JSON.parse(body)]).toEqual([200, { url: '/a?b=1', host: 'data.example.org', auth: null }])
})

test.each([
  ['other.example.org:443', /other\.example\.org is not among the hosts that programs may reach \(sandbox\.network\)/],
  ['evil-data.example.org:443', /not among the hosts/],
  ['data.example.org.evil.org:443', /not among the hosts/],
  ['data.example.org:22', /port 22 is not one that programs may reach/],
  ['data.example.org:8443', /port 8443/],
  ['inside.example.org:443', /an address that is not of the open internet/],
  ['both.example.org:443', /an address that is not of the open internet/],
  ['none.example.org:443', /has no address/],
  ['lost.example.org:443', /was not found: ENOTFOUND/],
  ['127.0.0.1:443', /was not found/],
  ['[::1]:443', /not among the hosts/],
])('CONNECT to %s is refused with the reason, told, and nothing is reached', async (target, why) => {
  expect(await tunnelTo(target)).toEqual({ status: 403, body: expect.stringMatching(why) })
  expect(told).toEqual([expect.objectContaining({ allowed: false, why: expect.stringMatching(why) })])
  expect(reached).toEqual([])
})

test.each(['http://inside.example.org/', 'http://data.example.org:8080/', 'http://127.0.0.1/', 'http://data.example.org@127.0.0.1/'])(
  '%s is refused, and nothing is reached',
  async (url) => {
    expect((await get(url)).status).toBe(403)
    expect(reached).toEqual([])
  },
)

test.each(['/', 'ftp://data.example.org/', 'https://data.example.org/', 'http://'])('%s is no address for a proxy', async (url) => {
  expect((await get(url)).status).toBe(400)
  expect(told).toEqual([])
})

test.each(['', 'data.example.org', 'data.example.org:', 'a b:443', 'data.example.org:443:443', 'user@data.example.org:443'])(
  'CONNECT to "%s" is no target',
  async (target) => {
    expect((await tunnelTo(target)).status).toBe(400)
    expect(told).toEqual([])
  },
)

test('at its end all that goes through it ends', async () => {
  const socket = connect(socketPath())
  socket.write('CONNECT data.example.org:443 HTTP/1.1\r\n\r\n')
  await once(socket, 'data')
  const asked = request({ socketPath: socketPath(), path: 'http://data.example.org/slow' })
  asked.end()
  const [reply] = (await once(asked, 'response')) as [IncomingMessage]
  const cut = textOf(reply).then(
    () => 'whole',
    () => 'cut',
  )
  const closed = once(socket, 'close')
  await proxy.close()
  await closed
  expect(await cut).toBe('cut')
  // For the next hook, which closes it again.
  proxy = { server: proxy.server, close: async () => undefined }
})
