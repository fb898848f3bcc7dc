import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createHttpServer } from './http.ts'

const rules = { host: '127.0.0.1', allowedOrigins: [], token: undefined }
let server: ReturnType<typeof createHttpServer>
let port = 0
beforeEach(async () => {
  server = createHttpServer(
    rules,
    (request, response) => {
      request.resume()
      request.on('end', () => response.end('done'))
    },
    (_request, socket) => socket.destroy(),
    { headersTime: 200, requestTime: 400, idle: 200, interval: 50 },
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
})

/** Sends a beginning and nothing more, and gives what comes until the server hangs up. */
const begin = async (text: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  // A connection that is cut while something is being sent ends in an error here.
  socket.on('error', () => socket.destroy())
  socket.write(text)
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}

test.each([
  ['never ends its header lines', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ', '408'],
  ['never ends its body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx', '408'],
  ['asks once and then nothing more', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', '200'],
  ['sends more header lines than 16 KiB', `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`, '431'],
  ['speaks no HTTP', 'hello\r\n\r\n', '400'],
  ['names no Host', 'GET / HTTP/1.1\r\n\r\n', '400'],
  [
    'hides a second request in the first',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    '400',
  ],
])('a client that %s is hung up on', async (_what, text, status) => {
  expect((await begin(text)).split(' ')[1]).toBe(status)
})

test.each([
  ['Host: evil.example', '403'],
  ['Host: localhost\r\nOrigin: https://evil.example', '403'],
  ['Host: localhost\r\nOrigin: null', '403'],
])('an upgrade with %s is refused before there is a WebSocket', async (lines, status) => {
  const text = `GET /v1/ws HTTP/1.1\r\n${lines}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
  expect((await begin(text)).split(' ')[1]).toBe(status)
})

test('a client that offers to go on with another protocol is answered in this one', async () => {
  const text =
    'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n'
  const answer = await begin(text)
  expect([answer.split(' ')[1], answer.endsWith('done')]).toEqual(['200', true])
})
