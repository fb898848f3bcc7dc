import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a stand-in was asked: its path and the JSON of its body. */
export type Asked = { path: string; body: Record<string, unknown>; headers: IncomingMessage['headers'] }
export type Behaviour = (response: ServerResponse, asked: Asked) => void | Promise<void>
export type StandIn = { url: string; asked: Asked[]; close(): Promise<void> }

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += part
  return text
}

/** A real server on loopback that behaves as it is told to, and remembers what it was asked. */
export const startStandIn = async (behave: Behaviour): Promise<StandIn> => {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const entry = { path: request.url ?? '', body: body === '' ? {} : JSON.parse(body), headers: request.headers }
    asked.push(entry)
    await behave(response, entry)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, asked, close }
}

/** A port on loopback where nobody listens. */
export const unusedUrl = async (): Promise<string> => {
  const { url, close } = await startStandIn((response) => void response.end())
  await close()
  return url
}

/** Answers with a status, as a server that refuses. */
export const refusing =
  (status: number, body = '', headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    void response.writeHead(status, headers).end(body)

/** Takes the request and never says a word. */
export const silent: Behaviour = () => undefined

/** Sends these pieces with a pause before each, and then ends, or stays open. */
export const sending =
  (contentType: string, pieces: readonly string[], { pauseMs = 0, stays = false } = {}): Behaviour =>
  async (response) => {
    response.writeHead(200, { 'content-type': contentType })
    for (const piece of pieces) {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      response.write(piece)
    }
    if (!stays) response.end()
  }

/** Sends these pieces and then drops the connection, as a server that was killed. */
export const dropping =
  (contentType: string, pieces: readonly string[]): Behaviour =>
  async (response) => {
    response.writeHead(200, { 'content-type': contentType })
    for (const piece of pieces) await new Promise<void>((resolve) => response.write(piece, () => resolve()))
    setTimeout(() => response.destroy(), 20)
  }
