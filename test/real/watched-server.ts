import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Watched = { url: string /** Prompts that were sent on. */; chats(): number; close(): Promise<void> }

/**
 * Stands in front of a model server and passes everything on, unchanged and at once. `onPiece` is called with each piece of an
 * answer to a prompt: how many prompts there were, and how many pieces of this answer.
 */
export const watchServer = async (target: string, onPiece: (chat: number, piece: number) => void): Promise<Watched> => {
  let chats = 0
  const server = createServer((incoming, outgoing: ServerResponse) => {
    const chat = incoming.url === '/api/chat' ? ++chats : 0
    const { host: _own, ...headers } = incoming.headers
    const passed = request(new URL(incoming.url ?? '/', target), { method: incoming.method, headers }, (answer) => {
      let pieces = 0
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('data', (data: Buffer) => {
        outgoing.write(data)
        if (chat > 0) onPiece(chat, ++pieces)
      })
      answer.on('end', () => outgoing.end())
      answer.on('error', () => outgoing.destroy())
    })
    passed.on('error', () => outgoing.destroy())
    outgoing.on('close', () => passed.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    chats: () => chats,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
